# A name in a pattern takes what it matches.
import sys

R = sys.getrefcount

class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y
a, b = [1], [2]
def f(o):
    match o:
        case [x, *rest]:
            print(R(x), R(rest), R(o))
        case {'k': x, **rest}:
            print(R(x), R(rest), R(o))
        case P(x, y=y) as whole:
            print(R(x), R(y), R(whole), R(o))
        case (1 | 2) as x:
            print('number')
        case _:
            print('none', R(o))
for i in range(2):
    for o in ([a, b], (a, a, b), {'k': a, 'l': b}, P(a, b), {1}, 2.5):
        f(o)
print(R(a), R(b), R(o))
