# Keywords that are nearly right: what is said of them, for functions of Python and of C.


def paint(color, *, depth=1, shade=None):
    return color, depth, shade


class Box:
    def __init__(self, width=1):
        self.width = width


def attempt(call):
    try:
        call()
    except TypeError as error:
        print(error)


attempt(lambda: paint('red', dept=2))
attempt(lambda: paint(colour='red'))
attempt(lambda: paint('red', xyzzy=2))
attempt(lambda: Box(widht=2))
attempt(lambda: print(1, en=''))
attempt(lambda: print(1, nothing=''))
attempt(lambda: sorted([1], revers=True))
attempt(lambda: [].sort(ky=len))
attempt(lambda: int('7', bas=8))
attempt(lambda: sum([1], strt=2))
attempt(lambda: max([1], ky=len))
attempt(lambda: 'a b'.split(sepp=' '))
attempt(lambda: 'a'.encode(encodng='utf-8'))
attempt(lambda: zip([1], stric=True))
attempt(lambda: pow(2, 3, md=5))
attempt(lambda: round(1.25, ndigit=1))

import sys

R = sys.getrefcount


class Thing:
    pass


def fails(call):
    try:
        call()
    except TypeError as error:
        print(R(error), R(t), R(thing_list), R(named), end=' ')
    print(R(t), R(thing_list), R(named))


t = Thing()
thing_list = [t]
named = {'dept': t}
fails(lambda: paint(t, dept=t))
fails(lambda: paint(t, **named))
fails(lambda: Box(widht=t))
fails(lambda: sorted(thing_list, ky=t))
fails(lambda: max(*thing_list, t, **named))
fails(lambda: print(t, en=t))
fails(lambda: zip(thing_list, stric=t))
fails(lambda: int(t, bas=t))
fails(lambda: paint(t, t, t, t))
fails(lambda: paint(*thing_list, *thing_list, depth=t))
