# for x in [..]: in a function
import sys
def f():
    for x in [[], []]:
        print(sys.getrefcount(x), end=' ')
f(); print()
