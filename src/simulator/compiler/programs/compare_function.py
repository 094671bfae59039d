def f(a, b, c):
    if a < b < c:
        return 1
    if not a < b < c:
        return 2
    while a < b <= c:
        a += 1
    x = a < b < c
    y = a == b == c == 1
    if a is None:
        return x
    if a is not None and b is None:
        return y
    if not (a is None or b is None):
        return c
    return a in b, a not in b, not a in b
