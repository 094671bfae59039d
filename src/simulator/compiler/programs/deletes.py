a = b = c = d = 1
del a
del b, c
del (d)
del a.b
del a[1]
del a[1:2], a[b:c]
del (a, b), [c]
def f(x, y):
    del x
    del y.a, y[0]
    z = 1
    del z
    global a
    del a
    print(x)
