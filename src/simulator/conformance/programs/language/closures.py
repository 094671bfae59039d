# Cells: names that functions share.
from sys import getrefcount


def counter():
    count = 0

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return increment, peek


inc, peek = counter()
inc()
inc(5)
print(peek(), inc.__closure__[0] is peek.__closure__[0], inc.__closure__[0].cell_contents)
print(inc.__code__.co_freevars, counter.__code__.co_cellvars)

functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])


def late():
    def inner():
        return value
    try:
        inner()
    except NameError as error:
        print(error)
    value = 1
    print(inner())
    del value
    try:
        inner()
    except NameError as error:
        print(error)
    try:
        value
    except UnboundLocalError as error:
        print(error)


late()


class Thing:
    def __del__(self):
        print('thing dies')


def holds():
    thing = Thing()
    print(getrefcount(thing))

    def use():
        return getrefcount(thing)
    print(use(), getrefcount(thing))
    return use


use = holds()
print(use())
del use


def self_referencing():
    def recurse(n):
        return n if n == 0 else recurse(n - 1)
    return recurse(3)


print(self_referencing())


def deep():
    a = 1

    def two():
        def three():
            nonlocal a
            a += 1
            return a
        return three()
    return two(), a


print(deep())
x = 'global'


def shadows():
    global x
    x = 'changed'

    def inner():
        x = 'local'
        return x
    return inner()


print(shadows(), x)


class Body:
    x = 'class'
    y = [x for _ in range(1)]

    def method(self):
        return x


print(Body.y, Body().method())
adder = (lambda a: lambda b: lambda c: a + b + c)(1)(2)
print(adder(3))
