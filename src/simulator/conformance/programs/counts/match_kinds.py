# Every kind of pattern: what is held while it is tried, what is bound when it fails halfway.
import sys

R = sys.getrefcount

class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y

class Asked:
    __match_args__ = ('first',)
    @property
    def first(self):
        return [R(self)]
    def __eq__(self, other):
        print('eq', R(self), R(other))
        return False

class Names:
    wanted = Asked()

def tell(subject, warm=1):
    for i in range(warm):
        match subject:
            case [x, [y, *rest]] if R(x) < 0:
                got = 'never'
            case {'a': x, **others}:
                got = 'mapping', R(x), R(others), R(subject)
            case Point(x=a, y=Point(b, c) as inner):
                got = 'nested', R(a), R(b), R(c), R(inner), R(subject)
            case Point(x, y) | Point(y=y, x=x):
                got = 'point', R(x), R(y), R(subject)
            case Names.wanted:
                got = 'value'
            case Asked(first=[n]):
                got = 'asked', n, R(subject)
            case [x, (list() | tuple() as y), *rest, z]:
                got = 'star', R(x), R(y), R(rest), R(z), R(subject)
            case (x, y):
                got = 'pair', R(x), R(y), R(subject)
            case str(x) | list([x]):
                got = 'text or one', R(x), R(subject)
            case dict(whole):
                got = 'dict', R(whole)
            case float() | complex():
                got = 'number', R(subject)
            case _:
                got = 'anything', R(subject)
    return got

v, w = [], {}
text = ''.join(['te', 'xt'])
subjects = [{'a': v, 'b': w}, Point(v, Point(w, v)), Point(v, w), Asked(), [v, [w], w, v], [v, (), w], (v, w), text, [v], {v: w} if 0 else {'b': v}, 1.5, {v and 0}]
for s in subjects:
    print(tell(s), tell(s, 30), R(s), R(v), R(w))
match v, w:
    case (a, b) if print(R(a), R(b)):
        pass
    case (c, []):
        pass
    case d:
        print(R(d), R(d[0]), R(a), R(c))
print(R(v), R(w))
try:
    match Point(v, w):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error, R(error), R(v))
print(R(v), R(w), R(Names.wanted))
