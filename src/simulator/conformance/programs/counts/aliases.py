import sys

a = []
print(sys.getrefcount(a))
b = a
c = [a, a]
print(sys.getrefcount(a))
del b
c.pop()
print(sys.getrefcount(a))


def inside(x):
    y = x
    print(sys.getrefcount(x), sys.getrefcount(y))
    return sys.getrefcount(x)


print(inside(a))
print(inside([]))
print(sys.getrefcount(a))
