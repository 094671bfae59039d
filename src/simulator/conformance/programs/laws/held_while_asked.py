# Native code that asks each item of an iteration, or calls what it has just looked up, holds it meanwhile.
import math
import sys
import types


class Number:
    def __init__(self, n): self.n = n
    def __float__(self): return float(self.told('float'))
    def __index__(self): return self.told('index')
    def __eq__(self, other): return self.told('eq') == other
    def __str__(self): return str(self.told('str'))

    def told(self, what):
        print(what, sys.getrefcount(self), end=' ')
        return self.n


class Once:
    def __iter__(self): return (Number(n) for n in (1, 2))


class Closing(Once):
    def __iter__(self): return self
    def __next__(self): return 1
    def close(self): print('closed', sys.getrefcount(self), end=' ')


def delegates(it): yield from it


print(math.fsum(Once()))
b = bytearray()
b.extend(Once())
print(b, bytearray(Once()), bytes(Once()))
print(3 in Once(), Number(5) in range(7), range(7).count(Number(4)), range(9).index(Number(3)))
g = delegates(Closing())
next(g)
g.close()
print()
print(types.MappingProxyType({1: 2}).copy(), types.MappingProxyType({1: 2}).get(1))
