# A parameter that came in borrowed (3.14+) stays borrowed wherever the function's own loads take it.
import sys


def stored(z):
    w = z
    print(sys.getrefcount(z), sys.getrefcount(w))
    del z
    print(sys.getrefcount(w))
    return w


def raising(p):
    try:
        raise ValueError
    except ValueError:
        print(sys.getrefcount(p))
        q = p
        print(sys.getrefcount(q))
    print(sys.getrefcount(p))


def chained(p):
    return sys.getrefcount(p if p else p), sys.getrefcount(p or []), p is p is p


def swapped(p, q):
    p, q = q, p
    print(sys.getrefcount(p), sys.getrefcount(q))
    p = q
    print(sys.getrefcount(p))
    return p


def kept(z):
    def inner():
        return w

    w = z
    print(sys.getrefcount(z))
    z = [z, z]
    print(sys.getrefcount(w))
    y = z
    print(sys.getrefcount(z), sys.getrefcount(y))
    return inner


def looped(p):
    for item in p:
        last = item
    for q in (p, p):
        r = q
    print(sys.getrefcount(p), sys.getrefcount(last))
    return [p for p in (p, last)]


def passed_on(p):
    q = p
    return stored(q), stored(p)


def caller():
    a = []
    b = stored(a)
    print(sys.getrefcount(a))
    raising(a)
    print(chained(a), chained([1]))
    c = swapped(a, [a])
    print(sys.getrefcount(a))
    d = kept(a)
    print(sys.getrefcount(a), d() is a)
    e = looped([a, [a]])
    print(sys.getrefcount(a))
    passed_on(a)
    del b, c, d, e
    print(sys.getrefcount(a))


caller()
