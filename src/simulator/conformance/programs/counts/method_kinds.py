import sys
R = sys.getrefcount
class A:
    def m(self): return R(self)
    def n(self, o): return R(self), R(o)
    @classmethod
    def c(cls, o): return R(o)
    @staticmethod
    def s(o): return R(o)
    @property
    def p(self): return R(self)
    def __getitem__(self, i): return R(self), R(i)
    def __call__(self, o): return R(self), R(o)
    def __len__(self): return R(self)
    def __eq__(self, o): return (R(self), R(o))
    def __add__(self, o): return (R(self), R(o))
    def __contains__(self, o): print(R(self), R(o)); return True
    def __bool__(self): print(R(self)); return True
a = A(); x = []
for _ in range(4):
    print(a.m(), a.n(x), a.c(x), a.s(x), a.p, a[x], a(x), len(a), a == x, a + x, A.m(a))
    x in a
    if a: pass
    not a
m = a.m
print(R(a), m(), m(), R(m))
