# A list in the making is held by the stack alone.
import sys

R = sys.getrefcount

class V:
    def __init__(self, x):
        print('init', R(x))
    def __iter__(self):
        print('iter', R(self))
        return iter([self])
a = []
v = [V(x) for x in (a, a)]
print([[R(y) for y in x] for x in v], R(v[0]))
print([y is x for x in v for y in x], R(v[0]))
w = [[a for _ in 'ab'] for _ in 'ab']
print(R(a), R(w), R(w[0]))
w = {x: {y: a for y in 'ab'} for x in 'ab'}
print(R(a), R(w['a']))
del w, v
print(R(a))
