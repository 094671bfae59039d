# listcomp over locals
import sys
def f():
    xs = [[], []]
    return [sys.getrefcount(x) for x in xs], [sys.getrefcount(xs) for x in xs]
print(f())
