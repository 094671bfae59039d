# A partial of a partial, a partial as a method, partialmethod.
from functools import partial, partialmethod
import sys

R = sys.getrefcount


def f(*args, **kwargs):
    return [R(a) for a in args], [R(k) for k in kwargs.values()]


a, b, c = [], [], []
p = partial(f, a, key=b)
q = partial(p, c, key=c)
print(R(a), R(b), R(c), R(f), R(p), R(q), R(q.args), R(q.keywords))
print(p(), q(), p(c, key=c), q(a, other=b))
print(q.func is f, R(f), R(p))
del p
print(R(a), R(b), R(c))


class C:
    def m(self, *args):
        return R(self), [R(x) for x in args]
    pm = partialmethod(m, c)
    plain = staticmethod(partial(f, c))


o = C()
for i in range(2):
    print(o.pm(), o.pm(a), o.plain(a), R(o), R(c), R(a))
bound = o.pm
print(R(o), R(bound), bound(b), R(c))
del bound
for wrong in (lambda: partial(), lambda: partial(5), lambda: q.missing, lambda: partial(f, a)(*b, **a)):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(R(error), R(a), R(c), R(f))
del q, C, o
print(R(a), R(b), R(c), R(f))
