import sys
R = sys.getrefcount
def outer():
    x = []
    print(R(x))
    def inner():
        return R(x)
    print(R(x), inner())
    y = x
    print(R(x), inner(), R(inner))
    return inner
f = outer()
for i in range(3): print(f(), R(f), R(f.__closure__[0]))
