def f():
    pass

def g(a, b=1, *args, c, d=2, **kwargs):
    return a, b, args, c, d, kwargs

def h(a, /, b, *, c):
    return a + b + c

def i(x=[], y={}, *, z=()):
    return x

def j(a, b=(1, 2), c='x'):
    """A docstring."""
    return a

def k():
    """First line.

        Indented.
      Less.
    """

def l(*, a=1, b=2): return a, b

def m():
    return

def n(): ...
