def outer(a, b):
    c = 1
    d = 2
    def inner(e):
        nonlocal c
        c = c + a
        def innermost():
            return a, c, e
        return innermost
    def other():
        return d
    x = lambda y: y + a + c
    return inner, other, x

def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc

def cell_in_arg(x):
    def f():
        return x
    del x
    return f

def deleted():
    x = 1
    def f():
        nonlocal x
        del x
    return f
