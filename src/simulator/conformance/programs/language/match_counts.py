# What a pattern binds, it holds.
from sys import getrefcount


class Box:
    __match_args__ = ('content',)

    def __init__(self, content):
        self.content = content

    def __del__(self):
        print('box dies')


thing = object()
print(getrefcount(thing))
match [thing, thing]:
    case [a, b]:
        print(getrefcount(thing))
match {'k': thing}:
    case {'k': value, **rest}:
        print(getrefcount(thing), rest)
match Box(thing):
    case Box(c):
        print(getrefcount(thing))
print(getrefcount(thing))
del a, b, value, c
print(getrefcount(thing))


def inside(subject):
    match subject:
        case [x, *others]:
            return getrefcount(x), getrefcount(others)
        case Box(content=x) as whole:
            return getrefcount(x), getrefcount(whole)
        case x:
            return getrefcount(x)


print(inside([thing, 1, 2]))
print(inside(Box(thing)))
print(inside(thing))
print(getrefcount(thing))
