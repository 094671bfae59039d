def f(a, b, c, d):
    a, b = b, a
    a, b, c = c, a, b
    a, b, c = a, b, c
    a, b, c, d = d, c, b, a
    (a, b) = (b, a)
    a, b = (b,
            a)
    a, a = b, c
    a, b, a = b, c, d
    a[0], b = b, a[0]
    a.x, a.y = a.y, a.x
    return a
