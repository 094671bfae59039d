# What operator's functions hold while they ask.
import operator
import sys

R = sys.getrefcount

class A:
    def __add__(self, other):
        return R(self), R(other)
    def __getitem__(self, i):
        return R(self), R(i)
    def __iadd__(self, other):
        return R(self), R(other)
    def m(self, x):
        return R(self), R(x)
a, v = A(), []
for i in range(2):
    print(operator.add(a, v), operator.getitem(a, v), operator.iadd(a, v), a + v, a[v])
g, h, c = operator.itemgetter(v, v), operator.attrgetter('m'), operator.methodcaller('m', v)
print(g(a), h(a)(v), c(a), R(v), R(a))
print(R(g), R(h), R(c), R(h(a)))
del g, h, c
print(R(v), R(a))
