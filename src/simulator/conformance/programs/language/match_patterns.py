# Every kind of pattern.
class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Color:
    RED = 1
    BLUE = 2


def describe(thing):
    match thing:
        case None:
            return 'none'
        case True | False:
            return 'bool'
        case 0:
            return 'zero'
        case -1.5 | 2 + 3j:
            return 'a number'
        case 'hello' | b'hello':
            return 'greeting'
        case Color.BLUE:
            return 'blue'
        case []:
            return 'empty sequence'
        case [x]:
            return f'one {x}'
        case [1, _, *rest]:
            return f'starts with 1, rest {rest}'
        case (first, *_, last) if first == last:
            return f'same ends {first}'
        case [[a, b], c]:
            return f'nested {a} {b} {c}'
        case {'kind': 'circle', 'radius': r}:
            return f'circle {r}'
        case {'kind': kind, **others}:
            return f'{kind} {others}'
        case {}:
            return 'mapping'
        case Point(0, 0):
            return 'origin'
        case Point(x, y=0):
            return f'on x axis {x}'
        case Point(x=px, y=py):
            return f'point {px} {py}'
        case int(n) | float(n):
            return f'number {n}'
        case str() as text:
            return f'text {text!r}'
        case list() | tuple() as sequence:
            return f'sequence of {len(sequence)}'
        case _:
            return f'something else: {type(thing).__name__}'


for thing in (None, True, 0, -1.5, 2 + 3j, 'hello', b'hello', 2, [], [5], (5,), [1, 2, 3, 4], [7, 8, 7], [[1, 2], 3],
              {'kind': 'circle', 'radius': 2}, {'kind': 'square', 'side': 3}, {'a': 1}, {}, Point(0, 0), Point(3, 0),
              Point(3, 4), 42, 2.5, 'text', [3, 4, 5, 6], range(3), {1, 2}, object(), b'x', 'ab'):
    print(describe(thing))


class Sub(list):
    pass


match Sub('ab'):
    case [a, b]:
        print('subclass of list', a, b)

match range(2):
    case [a, b]:
        print('range', a, b)


def positional(thing):
    match thing:
        case Point(a, b, c):
            return a


try:
    positional(Point(1, 2))
except TypeError as error:
    print(error)


def twice(thing):
    match thing:
        case Point(a, x=b):
            return a


try:
    twice(Point(1, 2))
except TypeError as error:
    print(error)


class BadArgs:
    __match_args__ = ['x']


def bad(thing):
    match thing:
        case BadArgs(x):
            return x
        case int(a, b):
            return a


for value in (BadArgs(), 3):
    try:
        bad(value)
    except TypeError as error:
        print(error)

match {'x': 1, 'y': {'z': [10, 20, 30]}}:
    case {'y': {'z': [_, middle, *_]}, **rest}:
        print(middle, rest)

match 5:
    case 1:
        print('not this')
print('fell through')

match 1, 2:
    case x, y:
        print(x, y)

command = 'go north'
match command.split():
    case ['go', ('north' | 'south') as direction]:
        print('going', direction)
    case ['quit']:
        print('bye')

match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]:
        print(a + b + c + d)
match = 3
case = 4
print(match, case)


# What a pattern captures is held by its name, also when the case is refused in the end.
import sys

R = sys.getrefcount


class Part:
    pass


p, q = Part(), Part()


def captured(subject):
    match subject:
        case [a, b] if R(a) < 0:
            pass
        case [a, [b, *c]]:
            return 'nested', R(a), R(b), R(c), R(subject), R(p)
        case [a, *b]:
            return 'sequence', R(a), R(b), R(subject), R(p)
        case {'k': a, **b}:
            return 'mapping', R(a), R(b), R(subject), R(p)
        case Point(x=a, y=[b] as c):
            return 'class', R(a), R(b), R(c), R(subject), R(p)
        case str() | Part() as a:
            return 'either', R(a), R(subject), R(p)


for i in range(2):
    for subject in ([p, q], (p, [q, p, p]), {'k': p, 'l': q}, Point(p, [q]), p, [p]):
        print(captured(subject), R(subject), R(p), R(q))
del subject
print(captured([Part()]), captured({'k': Part()}), captured(Part()), captured(Point(Part(), [Part()])), R(p), R(q))
