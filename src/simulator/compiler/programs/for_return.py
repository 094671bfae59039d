def f(xs):
    for x in xs:
        try:
            return x
        finally:
            print(x)

def g(xs):
    for x in xs:
        for y in xs:
            return x + y

def h(xs):
    for x in xs:
        with x as z:
            if z:
                break
            if x:
                continue
            return z
    return None
