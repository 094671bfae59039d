# Built-ins that look a method up and call it own it meanwhile: the instructions of its body see that.
import math
import operator
import sys


class Number:
    def __round__(self, digits=None):
        here = [digits]
        return here

    def __floor__(self):
        here = [1]
        return here

    def __ceil__(self):
        here = [2]
        return here

    def __trunc__(self):
        here = [3]
        return here

    def __complex__(self):
        here = [4]
        return complex(len(here))

    def __bytes__(self):
        here = [5]
        return bytes(here)

    def __sizeof__(self):
        here = [6]
        return len(here)

    def __length_hint__(self):
        here = [7]
        return len(here)

    def __format__(self, spec):
        here = [8, spec]
        return str(here)

    def __dir__(self):
        here = ['b', 'a']
        return here

    def __reversed__(self):
        here = [9]
        return iter(here)


class Found:
    def __set_name__(self, owner, name):
        self.name = [owner.__name__, name]


class Holder:
    found = Found()


class Missing(dict):
    def __missing__(self, key):
        here = [key]
        return here


n = Number()
print(round(n), round(n, 2), math.floor(n), math.ceil(n), math.trunc(n))
print(complex(n), bytes(n))
print(sys.getsizeof(n) > 0, operator.length_hint(n))
print(format(n, 'x'), f'{n}', dir(n), list(reversed(n)))
print(Holder.found.name, Missing()['key'])
