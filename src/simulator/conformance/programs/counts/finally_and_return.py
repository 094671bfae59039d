# A value that is returned waits while the rest runs.
import sys

R = sys.getrefcount

v = []
def f(x):
    try:
        return x
    finally:
        print('finally', R(x))
def g(x):
    for y in (x, x):
        try:
            continue
        finally:
            print(R(y))
    try:
        raise ValueError(x)
    except ValueError as e:
        return e.args
    finally:
        print('end', R(x))
print(f(v) is v, R(f([])), R(v))
print(R(g(v)), R(v), R(g([])))
def h(x):
    while True:
        try:
            break
        finally:
            print(R(x))
    return R(x)
print(h(v), h([]))
