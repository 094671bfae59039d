# A partial holds its function and arguments.
from functools import partial
import sys

R = sys.getrefcount

def f(x, y=None, **more):
    return R(x), y is None or R(y), R(more)
a, b = [], []
p = partial(f, a)
print(R(f), R(a), R(p), R(p.args), R(p.keywords))
print(p(), p(b), p(y=b), partial(f, y=b)(a))
q = partial(p, b)
print(R(p), R(f), R(a), R(b), q.func is f)
print(q(), R(a), R(b))
del p, q
print(R(f), R(a), R(b))
