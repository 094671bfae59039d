def f(a, b, c):
    x = a and b
    y = a or b
    z = a and b or c
    w = (a or b) and c
    v = a and b and c
    u = a or b or c
    t = not a and not b
    s = not (a and b)
    r = (a and b) or (b and c)
    return x, y, z, w, v, u, t, s, r

if f and print:
    print(1)
if f or print and not f:
    print(2)
