def f(a, b):
    return a[*b], a[1, *b], a[*b, 1:2]
