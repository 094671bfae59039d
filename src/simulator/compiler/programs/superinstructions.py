def f(a, b, c, d):
    print(a, b, c, d)
    x = a
    y = x
    z = y
    return a + b + (c * d) - x + y
def g(a, b):
    x, y = a, b
    return x + y
def h(p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17):
    print(p14, p15)
    print(p15, p16)
    print(p16, p17)
    a = b = c = p0
    return (p0,
            p1)
def i(a, b):
    if a:
        c = a
        d = b
    return a, b
