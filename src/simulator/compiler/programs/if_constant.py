def f():
    if 1:
        a = 1
    if 0:
        a = 2
    else:
        a = 3
    if True:
        return a
    return 4

def g():
    while True:
        print(1)
        if g():
            break
    while 0:
        print(2)
    while 1:
        pass

def h(x):
    if x and 1:
        return 2
    if x or 1:
        return 3
    if None:
        return 4
    if not None:
        return 5
    if '':
        return 6
    return x if 1 else 2

if __debug__:
    print(3)
