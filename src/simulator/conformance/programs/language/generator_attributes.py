# What a generator says of itself.
import sys


def squares(n):
    for i in range(n):
        yield i * i


def through(n):
    yield from squares(n)


g = squares(3)
print(g.__name__, g.__qualname__, type(g).__name__)
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code is squares.__code__)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals)
next(g)
print(g.gi_running, g.gi_suspended, g.gi_frame.f_lineno, g.gi_frame.f_locals['i'])
list(g)
print(g.gi_running, g.gi_suspended, g.gi_frame, g.gi_code.co_name)

t = through(2)
next(t)
print(type(t.gi_yieldfrom).__name__, t.gi_yieldfrom.__name__, sys.getrefcount(t.gi_yieldfrom))
g.__name__ = 'renamed'
print(g.__name__)
try:
    g.__name__ = 3
except TypeError as error:
    print(error)


def selfish():
    print(me.gi_running, me.gi_suspended)
    try:
        next(me)
    except ValueError as error:
        print(error)
    yield


me = selfish()
next(me)
print(sys.getsizeof(squares(1)) - sys.getsizeof(through(1)))
print((x for x in ()).__name__, (x for x in ()).__qualname__)
print(hasattr(g, '__iter__'), hasattr(g, '__next__'), hasattr(g, 'send'))
try:
    type(g)()
except TypeError as error:
    print(error)
