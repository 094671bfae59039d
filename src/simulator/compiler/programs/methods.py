o = object()
o.m()
o.m(1)
o.m(1, a=2)
o.m(*o)
o.m(**o)
o.a.b.c()
o.a.b.c
x = o.m
o.m().n().p(1)
(o
 .m()
 .n(1)
 .p)
o.a.m(
    1,
    2,
)
'abc'.upper()
[1].append(2)
def f(self):
    self.a.b(self.c)
    return self.m(x=self, y=1)
