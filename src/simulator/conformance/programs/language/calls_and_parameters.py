# Every kind of parameter and argument.
def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, x=7))
print(f(*[1, 2], *(3, 4), **{'d': 5}, **{'z': 6}))
print(f(1, d=4, a='keyword', b='too'))
for call in (
    lambda: f(),
    lambda: f(1),
    lambda: f(d=1),
    lambda: f(1, **{'d': 2}, **{'d': 3}),
    lambda: f(1, d=1, c=2, **{'c': 3}),
    lambda: f(*3),
    lambda: f(1, **3),
    lambda: f(1, 2, 3, c=4, d=5),
):
    try:
        print(call())
    except TypeError as error:
        print(error)


def g(a, b):
    return a, b


def only(*, key):
    return key


def positional(a, /):
    return a


for call in (
    lambda: g(1),
    lambda: g(1, 2, 3),
    lambda: g(1, b=2, c=3),
    lambda: g(1, a=2),
    lambda: only(1),
    lambda: only(),
    lambda: positional(a=1),
    lambda: positional(),
    lambda: (lambda: 1)(2),
    lambda: g(**{1: 2}),
    lambda: g.__name__(),
):
    try:
        print(call())
    except TypeError as error:
        print(error)


def default(items=[]):
    items.append(len(items))
    return items


print(default(), default(), default([]), default.__defaults__)


def order(*args, **kwargs):
    print(list(args), kwargs)


def say(x):
    print('say', x)
    return x


order(say(1), *say([2]), k=say(3), **say({'l': 4}))
order(*'ab', *range(2), **{}, last=1)
print(only.__kwdefaults__, f.__kwdefaults__, f.__defaults__)


def decorator(label):
    def wrap(function):
        print('decorating', function.__name__, label)

        def wrapper(*args, **kwargs):
            print(label, 'before')
            return function(*args, **kwargs)
        return wrapper
    return wrap


@decorator('outer')
@decorator('inner')
def decorated(x):
    return x * 2


print(decorated(4))


@(lambda cls: 'replaced')
class Replaced:
    pass


print(Replaced)
print(max(*[3, 1], key=lambda v: -v), sorted([3, 1, 2], reverse=True))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))


# What a call holds of its arguments, whichever way they come.
import sys

R = sys.getrefcount


class Arg:
    pass


def seen(a, /, b=Arg(), *args, c=Arg(), **kwargs):
    return (R(a), R(b), args and R(args), [R(x) for x in args], R(c), R(kwargs), [R(kwargs[k]) for k in kwargs])


def passes(*args, **kwargs):
    print(args and R(args), R(kwargs))
    return seen(*args, **kwargs)


x, y, z = Arg(), Arg(), Arg()
pair, named = (x, y), {'c': y, 'd': z}
for i in range(2):
    print(seen(x), seen(x, y, z), seen(x, c=y, d=z))
    print(seen(*pair), seen(x, *pair, z, **named), seen(*pair, d=x, **named))
    print(passes(x, y, z, c=x, e=y), passes(*pair, **named), passes(Arg(), Arg(), Arg(), d=Arg()))
for wrong in (lambda: seen(), lambda: seen(x, y, b=z), lambda: seen(x, **named, c=z), lambda: seen(x, **{1: y}),
              lambda: seen(*z), lambda: seen(**z), lambda: seen(a=x, *5)):
    try:
        wrong()
    except TypeError as error:
        print(R(x), R(y), R(z), R(pair), R(named), R(error))
print(R(x), R(y), R(z), R(pair), R(named))
