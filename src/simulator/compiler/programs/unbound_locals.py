def f(c):
    if c:
        x = 1
    print(x)
    print(x)

def g(c):
    while c:
        y = 1
    return y

def h():
    try:
        x = 1
    except A:
        print(x)
    return x

def i():
    for x in 'a':
        pass
    return x

def j(a):
    del a
    return a

def k(c):
    if c:
        a = b = 1
    else:
        return
    return a + b
