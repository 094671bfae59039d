# Annotations: of functions, classes and modules; lazy since 3.14.
def f(a: int, b: 'str' = 'x', *args: list, c: float = 1.0, **kw: dict) -> bool:
    local: int = 3
    undeclared: str
    return local


print(f.__annotations__)
print(f(1), f.__annotations__ is f.__annotations__)


class C:
    x: int
    y: str = 'y'
    z: 'Later' = None

    def method(self) -> 'C':
        return self


print(C.__annotations__)
print(C.method.__annotations__)


class D(C):
    w: float


print(D.__annotations__, 'x' in D.__annotations__)
f.__annotations__ = {'replaced': 1}
print(f.__annotations__)
f.__annotations__['more'] = 2
print(f.__annotations__)


def unannotated():
    pass


print(unannotated.__annotations__)
unannotated.__annotations__['added'] = 1
print(unannotated.__annotations__)
try:
    f.__annotations__ = 3
except TypeError as error:
    print(error)
print((lambda: 0).__annotations__)
value: int = 5
(parenthesised): int = 6
C.attribute: int = 7
print(value, parenthesised, C.attribute)


def outer():
    kind = 'captured'

    def inner(x: kind) -> None:
        pass
    return inner


print(outer().__annotations__)


# An annotation is held by the mapping of the function or class that was annotated, and by the one who asks.
import sys

R = sys.getrefcount


class Kind:
    pass


kind, other = Kind(), Kind()
before = R(kind)


def annotated(x: kind, *rest: kind) -> other:
    y: kind = x
    return R(x), R(kind)


print(annotated(kind), R(kind) - before, R(other))
hints = annotated.__annotations__
print(R(kind) - before, R(other), R(hints), R(annotated))
annotated.__annotations__ = {'x': other}
print(R(kind) - before, R(other), R(hints))
del hints
print(R(kind) - before, R(other))


class Holder:
    first: kind
    second: other = kind


print(R(kind) - before, Holder.__annotations__ is Holder.__annotations__, R(kind) - before, R(other))
del Holder.__annotations__, annotated
print(R(other), Holder.second is kind)
