def f(a, b, c):
    x = (a and
         b or
         c)
    if (a and
            b):
        return 1
    if (a or
            b) and c:
        return 2
    return (a
            or b
            or c)
