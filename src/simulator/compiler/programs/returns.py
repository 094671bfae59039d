def a(): return
def b(): return None
def c(): return 1
def d(): return 1, 2
def e(x): return x
def f(x):
    if x: return 1
    return 2
def g(x):
    if x:
        return
    print(x)
def h(x):
    return (
        x,
        1,
    )
def i():
    return (
        5
    )
def j(x):
    try:
        return 5
    finally:
        x()
def k(x):
    try:
        return (
            x
        )
    finally:
        x()
