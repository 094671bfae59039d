# A class is held once while its metaclass is asked for the order of its bases, and again while its names are told.
import sys


class Ordered(type):
    def mro(cls):
        print('mro', cls.__name__, sys.getrefcount(cls), end=' ')
        return type.mro(cls)

    def __init__(cls, name, bases, namespace):
        print('init', sys.getrefcount(cls), end=' ')


class Named:
    def __set_name__(self, owner, name):
        print(name, sys.getrefcount(owner), end=' ')


class Told(metaclass=Ordered):
    def __init_subclass__(cls):
        print('subclass', sys.getrefcount(cls), end=' ')


class Plain(Told):
    __slots__ = ('a',)
    b = Named()


print(sys.getrefcount(Plain))


class Refusing(type):
    def mro(cls):
        print('mro', sys.getrefcount(cls), end=' ')
        raise LookupError(cls.__name__)


for order in [3], [int, 'x'], 7, [], (cls for cls in [object]), iter([str, 4]):
    try:
        class Wrong(metaclass=type('Odd', (type,), {'mro': lambda cls: order})):
            pass
        print(Wrong.__mro__)
    except TypeError as e:
        print(e)
try:
    class Lost(metaclass=Refusing):
        b = Named()
except LookupError as e:
    print(repr(e))
