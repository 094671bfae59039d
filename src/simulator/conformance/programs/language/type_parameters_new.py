# Type parameters and aliases (3.12); before, a SyntaxError.
source = '''
def first[T](items: list[T]) -> T:
    return items[0]

class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item

type Pair[A, B] = tuple[A, B]
type Recursive = list[Recursive]

print(first([1, 2]), Box(3).get())
print(first.__type_params__, Box.__type_params__, Pair.__type_params__)
T = first.__type_params__[0]
print(T, repr(T), T.__name__, T.__bound__, T.__constraints__, type(T).__name__)
print(Pair.__name__, Pair, type(Pair).__name__)
print(Pair.__value__)

def bounded[N: int, S: (str, bytes), *Ts, **P](n: N, s: S, *args) -> N:
    return n

print(bounded.__type_params__, bounded(1, 's'))
N, S, Ts, P = bounded.__type_params__
print(N.__bound__, S.__constraints__, Ts.__name__, P.__name__)
print([b.__name__ for b in Box.__mro__], Box.__name__)
print(first.__annotations__['return'] is T)
try:
    T.__name__ = 'x'
except AttributeError as error:
    print(error)
'''
try:
    exec(source)
except SyntaxError as error:
    print('SyntaxError')

import sys

counted = '''
R = sys.getrefcount

def bound[T: [thing]](x: T) -> T:
    return R(x), R(T)

thing = [1]
print(bound(thing), R(thing), R(bound.__type_params__))
U, = bound.__type_params__
print(R(U), R(thing), U.__bound__[0] is thing, R(thing), R(U.__bound__))
type Alias[A] = list[A]
A = Alias.__type_params__[0]
print(R(Alias), R(A), R(Alias.__value__), R(A), R(Alias.__type_params__))

class Own[T]:
    def method(self, x: T):
        return R(self), R(x)

own = Own()
print(own.method(thing), R(own), R(thing))
del bound
print(R(U), R(thing))
'''
try:
    exec(counted)
except SyntaxError as error:
    print('SyntaxError', sys.getrefcount(error), sys.getrefcount(counted))
print(sys.getrefcount(counted))
