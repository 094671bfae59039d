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
