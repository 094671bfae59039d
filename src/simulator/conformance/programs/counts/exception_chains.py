# Context and cause are held by the exception that came later.
import sys

R = sys.getrefcount

def f(v):
    try:
        raise ValueError(v)
    except ValueError as first:
        print(R(first), R(v))
        try:
            raise KeyError(v) from first
        except KeyError as second:
            print(R(first), R(second), R(second.__cause__), R(second.__context__), R(v))
            return second
v = []
e = f(v)
print(R(e), R(e.__cause__), R(v), R(e.__traceback__))
e.__cause__ = None
print(R(e.__context__), R(v))
e.__context__ = None
print(R(v))
e.__traceback__ = None
print(R(v), R(e.args))
del e
print(R(v))
