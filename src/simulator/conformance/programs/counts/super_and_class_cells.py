# The __class__ cell and super(): in static and class methods, nested functions, comprehensions, properties, with arguments.
import sys

R = sys.getrefcount

class A:
    def __init__(self, v=None):
        self.v = v
    def m(self, x):
        return R(self), R(x)
    @classmethod
    def made(cls, x):
        return R(cls) > 5, R(x)
    @staticmethod
    def static(x):
        return R(x)
    @property
    def p(self):
        return R(self)
    def __getitem__(self, k):
        return R(self), R(k)
    def __enter__(self):
        return R(self)
    def __exit__(self, *a):
        print('exit', R(self), end=' ')

class B(A):
    def m(self, x):
        inner = lambda: super(B, self).m(x)
        nested = [super(B, self).m(x) for _ in 'a']
        return super().m(x), inner(), nested, A.m(self, x), R(self), R(x)
    @classmethod
    def made(cls, x):
        return super().made(x), R(x), __class__ is B
    @staticmethod
    def static(x):
        return super(B, B).static(x), R(x)
    @property
    def p(self):
        return super().p, R(self)
    def __getitem__(self, k):
        s = super()
        return s.__getitem__(k), R(s), R(self), R(k)
    def deep(self, x):
        def further():
            return super(B, self).m(x), R(self)
        return further(), R(further), super().__getitem__(x)
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        seen.append((R(self), R(args) if args else 0, R(kwargs)))

class C(B):
    def m(self, x):
        return super().m(x), super().__getattribute__('v'), super().p, super(B, self).p
    def __setattr__(self, k, v):
        super().__setattr__(k, v)
        seen.append((R(self), R(v) < 99 and R(v)))

seen, v = [], []
for kind in (B, C, B):
    o = kind(v)
    for i in range(3):
        got = o.m(v), o.made(v), kind.made(v), o.static(v), o.p, o[v], o.deep(v)
    print(kind.__name__, got, seen, R(o), R(v))
    seen.clear()
s = super(B, o)
print(R(s), R(s.__self__), R(o), R(s.m), R(o), s.p, s.__self_class__ is B)
del s
with o as entered:
    print(entered, R(o))
cell = B.m.__closure__
print(cell is None, R(B.made.__func__.__closure__[0].cell_contents) > 5, B.__init__.__code__.co_freevars)
for wrong in (lambda: super(), lambda: super(A, v), lambda x=o: super(), lambda: super(C, o).m):
    try:
        wrong()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error, R(error), R(o), R(v))
