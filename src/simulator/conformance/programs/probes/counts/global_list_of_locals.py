# container filled in a function
import sys
keep = []
def f():
    x = []
    keep.append(x)
    return sys.getrefcount(x)
print(f(), sys.getrefcount(keep[0]))
