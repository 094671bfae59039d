# Frozen dataclasses with slots: copied, changed, and what their methods know as their class.
import copy
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vector:
    x: int = 0
    parts: list = None


@dataclass(slots=True)
class Named:
    name: str = 'n'

    def __repr__(self):
        return 'Named' + super().__repr__()[:1]

    @property
    def shout(self):
        return (__class__ is type(self), self.name.upper())


v = Vector(1, [2])
print(copy.copy(v), copy.deepcopy(v), copy.copy(v).parts is v.parts, copy.deepcopy(v).parts is v.parts)
print(v.__getstate__(), Vector.__setstate__.__name__, copy.deepcopy([v, v])[0].x)
for call in (lambda: setattr(v, 'x', 3), lambda: setattr(v, 'q', 3), lambda: delattr(v, 'q'), lambda: delattr(v, 'x'),
             lambda: Named().shout, lambda: repr(Named())):
    try:
        print(call())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print(sys.getrefcount(v), sys.getrefcount(v.parts))
