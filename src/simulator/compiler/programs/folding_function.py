def f():
    x = (5000, 6000)
    y = 300 * 2
    z = 'a' * 3
    return x, y, z, -1, 1 + 1, 1000 + 24

def g():
    return 3

def h():
    "doc"
    return None

def i():
    1
    'x'
    return 2 * 3, (1, 2)
