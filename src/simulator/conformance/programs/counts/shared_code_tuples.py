# Code objects of one file share equal tuples of constants and names, and what the tuples hold is counted once.
import sys


def first():
    n = [1000]
    return sys.getrefcount(n[0])


def second(p):
    p += [1000]


def third(p):
    try:
        raise ValueError(p)
    except ValueError:
        p += [1000]


def fourth(p):
    p = 1000
    return None


print(first())
print(second.__code__.co_consts is fourth.__code__.co_consts)
print(second.__code__.co_varnames, fourth.__code__.co_varnames)
names = [f.__code__.co_names for f in (first, second, third, fourth)]
print([[a is b for a in names] for b in names])


def both():
    x = (1000, 'sys', 'getrefcount')
    y = (1000, 'sys', 'getrefcount')
    z = ('sys', 'getrefcount')
    return x is y, z is first.__code__.co_names


print(both())
print(sys.getrefcount(first.__code__.co_names) - sys.getrefcount(both.__code__.co_names))
