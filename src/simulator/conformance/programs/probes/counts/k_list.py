# l = [5000] inside function
import sys
def f():
    l = [5000]
    return sys.getrefcount(l[0])
print(f())
