# Functions made in a loop share the variable of the loop.
import sys

R = sys.getrefcount

def make(v):
    made = []
    for x in v:
        made.append(lambda: R(x))
    print([f() for f in made], R(x), R(v))
    kept = [lambda x=x: R(x) for x in v]
    print([f() for f in kept], R(x))
    return made
a, b = [], []
fs = make([a, b])
print(R(a), R(b), [f() for f in fs], R(fs[0].__closure__[0]))
fs.pop()
print(R(b), fs[0]())
del fs
print(R(a), R(b))
