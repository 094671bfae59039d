# Descriptors of every kind: what __get__, __set__ and __delete__ see.
import sys

R = sys.getrefcount


class Field:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print('get', R(self), R(instance))
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        print('set', R(self), R(instance), R(value))
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print('delete', R(self), R(instance))
        del instance.__dict__[self.name]


class NonData:
    def __get__(self, instance, owner):
        return R(self), instance is None or R(instance)


class C:
    f = Field()
    n = NonData()

    @property
    def p(self):
        return R(self), R(self.f)

    @p.setter
    def p(self, value):
        print('p', R(self), R(value))

    @p.deleter
    def p(self):
        print('no p', R(self))


c, v = C(), []
for i in range(2):
    c.f = v
    print(R(v), c.f is v, R(v), c.n, C.n, R(c), R(C.f))
    print(c.p)
    c.p = v
    del c.p, c.f
    print(R(c), R(v))
c.n = v
print(c.n is v, R(v), R(c))
try:
    c.f
except KeyError as error:
    print(R(error), R(c))
p = C.__dict__['p']
q = p.getter(lambda self: R(self))
print(R(p), R(q), R(p.fget), p.__get__(None, C) is p, q.__get__(c), R(c))
setattr(c, 'f', v)
delattr(c, 'f')
object.__setattr__(c, 'g', v)
print(R(v), vars(c)['g'] is v, R(c), object.__getattribute__(c, 'n') is v)
