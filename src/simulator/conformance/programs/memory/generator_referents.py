# What a generator holds: before it starts, while it waits, after it was closed or has ended.
import gc


def said(y):
    print(sorted(type(it).__name__ for it in gc.get_referents(y)))


def flow(p):
    try:
        yield p
    finally:
        yield p
    yield p


said(it for it in ())
y = (it for it in [1000, 2000])
next(y)
said(y)
print(list(y))
said(y)
for steps in range(4):
    y = flow([])
    for _ in range(steps):
        next(y)
    said(y)
    if steps != 1:
        y.close()
        said(y)
print(list(y))
said(y)
import sys

R = sys.getrefcount
p = []
for steps in range(4):
    y = flow(p)
    for _ in range(steps):
        next(y)
    print(steps, R(p), R(y), sum(x is p for x in gc.get_referents(y)), R(p))
    y = None
    print(R(p))
