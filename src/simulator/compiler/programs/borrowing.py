def f(x, y, c):
    g(x)
    g(x, x := 1)
    z = x
    x, y = y, x
    g(x, 1 if c else 2)
    g(x, c and y)
    g(x if c else y)
    [x, y]
    x.append(g(x))
    x.append(g(x) if c else y)
    return x

def g(l, c):
    for v in l:
        print(v, l)
    with l as m:
        print(m, l)
    try:
        print(l)
    except A:
        print(l)
    finally:
        print(l)
    while c:
        c = h(c, l)
    l[c] = c
    l.a = c
    return l, c

def h(x):
    x = x
    y = x + x
    del x
    return [y for x in y]

def i(a, b, c):
    return a < b < c, a and b, a or (b and c)

def j(a):
    try:
        raise ValueError(a)
    except ValueError:
        raise KeyError(a)
    return a

def k(a, b):
    c, d = a, b
    e = f = a
    print(a, b, c, d, e, f)
    a = b
    return a
