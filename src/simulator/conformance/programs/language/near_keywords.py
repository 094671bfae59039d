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
