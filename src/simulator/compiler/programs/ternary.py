def f(a, b, c):
    x = a if b else c
    y = (a if b else c) if c else b
    if a if b else c:
        return 1
    print(a if b else c, x)
    return a if b and c else (b if a or c else c)

t = 1 if f else 2
u = [] if not f else {}
