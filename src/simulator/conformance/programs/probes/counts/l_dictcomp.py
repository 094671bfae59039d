# dict/set comps + genexp over local
import sys
def f():
    xs = [[], []]
    return {i: sys.getrefcount(x) for i, x in enumerate(xs)}, list(sys.getrefcount(x) for x in xs)
print(f())
