# What a metaclass sees of its class in the making.
import sys

R = sys.getrefcount

class M(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        print('prepare', R(bases) if bases else '-')
        return {'given': v}
    def __new__(mcs, name, bases, names):
        print('new', R(names), R(v))
        cls = super().__new__(mcs, name, bases, names)
        print('made', R(cls), R(v))
        return cls
    def __init__(cls, name, bases, names):
        print('init', R(cls), R(names))
        super().__init__(name, bases, names)
    def __call__(cls, *args):
        print('call', R(args) if args else '-')
        return super().__call__(*args)
v = []
class A(metaclass=M):
    def __init__(self, *x):
        print(R(self), R(v))
class B(A):
    x = given if False else v
print(R(A), R(B), R(v), R(A()), R(B(v)))
