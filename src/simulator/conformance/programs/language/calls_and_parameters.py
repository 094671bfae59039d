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
