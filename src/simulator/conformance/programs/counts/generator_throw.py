# An exception thrown in travels through the frames.
import sys

R = sys.getrefcount

def g(x):
    try:
        yield x
    except ValueError as error:
        print(R(error), R(error.args), R(x))
        yield error
v = []
i = g(v)
next(i)
e = ValueError(v)
print(R(e), R(v))
print(i.throw(e) is e, R(e), R(v), e.__traceback__ is not None)
try:
    i.throw(KeyError(v))
except KeyError as error:
    print(R(error), R(v), R(error.__traceback__), R(e), error.__context__ is e)
print(R(e), R(v), next(i, 0))
del e
print(R(v))
