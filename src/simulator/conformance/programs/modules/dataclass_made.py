# Data classes made by a call: their fields' names and types, what is refused, and what holds the class.
import random
import sys
import typing
from dataclasses import field, fields, make_dataclass


def tell(make):
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)


for names in (['x', 'x'], ['class'], ['a b'], [5], [('x',)], [('x', int, 1, 2)], [(5, int)], ['x', ('y', int, 3), 'z']):
    tell(lambda: make_dataclass('C', names))
tell(lambda: make_dataclass('C', ['x', ('y', int), ('z', str, field(default='q'))])(1, 2))
tell(lambda: make_dataclass('C', ['x'], bad=1))
D = make_dataclass('D', ['x', ('y', int, 5)], namespace={'double': lambda self: self.x * 2}, frozen=True)
print(D(1), D(1).double(), D.__annotations__['y'], [f.name for f in fields(D)], fields(D)[0].type, D.__qualname__)
tell(lambda: setattr(D(1), 'x', 2))
E = make_dataclass('E', [('z', list, field(default_factory=list))], bases=(D,), order=True, frozen=True)
print(E(1, 2, [3]), E(1, 2) < E(1, 2, [4]), E.__mro__[1] is D, E.__match_args__)
S = make_dataclass('S', [('x', int)], slots=True, kw_only=True)
print(S(x=1), S.__slots__, hasattr(S(x=1), '__dict__'))
x = [1]
d = D(x)
print(sys.getrefcount(x), sys.getrefcount(d), d.x is x, sys.getrefcount(D) - sys.getrefcount(E))

for counts in ([-1], [1, 2], [0], [1.5], [2]):
    tell(lambda: random.sample(['a'], 1, counts=counts))
