# for x in (5000, 6000) in function
import sys
def f():
    for x in (5000, 6000): print(sys.getrefcount(x), end=' ')
f(); print()
