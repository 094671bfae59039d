# What __new__ and __init__ hold of each other's arguments.
import sys

R = sys.getrefcount

class A:
    def __new__(cls, *args, **named):
        print('new', R(args) if args else '-', R(named), [R(x) for x in args])
        return super().__new__(cls)
    def __init__(self, *args, **named):
        print('init', R(self), R(args) if args else '-', R(named), [R(x) for x in args])
class O:
    def __new__(cls, x):
        return x
class N(tuple):
    def __new__(cls, x):
        return super().__new__(cls, (x, x))
v = []
for i in range(2):
    A(); A(v); A(v, k=v); A(*[v])
    print(O(v) is v, R(O(v)), R(N(v)), R(v))
t = N(v)
print(R(v), R(t), R(t[0]))
