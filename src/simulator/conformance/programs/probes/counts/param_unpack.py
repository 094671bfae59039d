# for a, b in pairs
import sys
def f():
    for a, b in [([], [])]:
        return sys.getrefcount(a), sys.getrefcount(b)
print(f())
