# except* splits a group and holds its parts.
import sys

R = sys.getrefcount

v = []
def f(*excs):
    try:
        raise ExceptionGroup('g', excs)
    except* ValueError as e:
        print('V', R(e), R(e.exceptions), len(e.exceptions), R(v))
    except* (KeyError, TypeError) as e:
        print('K', R(e), R(e.exceptions), R(v))
    finally:
        print('f', R(v))
for i in range(2):
    f(ValueError(v), KeyError(v), ValueError(v))
    print(R(v))
    f(KeyError(v))
    try:
        f(IndexError(v), ValueError(v))
    except ExceptionGroup as e:
        print(R(e), R(e.exceptions), R(e.exceptions[0]), R(v))
        e = None
    print(R(v))
try:
    try:
        raise ValueError(v)
    except* ValueError as e:
        print(R(e), R(e.exceptions[0]))
        raise
except BaseException as e:
    print(type(e).__name__, R(e))
print(R(v))
