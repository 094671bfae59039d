a = b = c = 1
a, b = b, a
a, b, c = c, b, a
(a, b), c = (1, 2), 3
[a, b] = 1, 2
a, *b = 1, 2, 3
*a, b = [1, 2]
a, *b, c = x
a.b = 1
a.b.c = d[1] = 2
a[1] = b[2][3] = 4
a[1:2] = c
a[1:2:3] = c
a[:], b[1:], c[:2] = 1, 2, 3
a, = b
(a) = 1
def f(x, y, z):
    x, y = y, x
    x, y, z = z, x, y
    x, y, z, w = 1, 2, 3, 4
    x, x = y, z
    x = y = z
    a, (b, c), *d = x
    x, y = 1, 2
    a = b, c = 1, 2
    x = x
    y, = x
    return x, y
