with a:
    b
with a as b:
    c
with a as b, c as d:
    e
with (a as b, c as d):
    e
with a() as (b, c):
    d
def f(x):
    with x:
        return 1
    with x as y:
        return y
def g(x):
    for i in x:
        with i:
            if x:
                break
            continue
    with x as y, y as z:
        z()
        return z + y
def h(x):
    with x:
        pass
    return x
def i(x):
    try:
        with x:
            raise x
    finally:
        x()
