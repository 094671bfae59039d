# while loop
import sys
def f():
    x = []
    i = 0
    while i < 2:
        i += 1
        print(sys.getrefcount(x), end=' ')
f(); print()
