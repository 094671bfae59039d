def f():
    return 1
    print(2)

def g(x):
    while x:
        break
        print(1)
    else:
        print(2)
    for y in x:
        continue
        print(3)
    raise x
    return 4

def h(x):
    if x:
        return 1
    else:
        return 2
    return 3

def i():
    try:
        return 1
    except:
        return 2
    print(3)

def j():
    while True:
        return 1
    return 2
