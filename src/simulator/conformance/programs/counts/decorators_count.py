# A decorator is called with the new function before it has a name.
import sys

R = sys.getrefcount

def deco(f):
    print(R(f), R(deco))
    return f
def keeping(f):
    def wrapper(*args):
        return f(*args), R(f)
    print(R(f))
    return wrapper
@deco
def plain():
    pass
@deco
@deco
class A:
    pass
@keeping
def g(x):
    return R(x)
v = []
print(R(plain), R(g), g(v), g([]), R(v))
class C:
    @deco
    def m(self):
        return R(self)
    @staticmethod
    @deco
    def s(x):
        return R(x)
    @classmethod
    def c(cls, x):
        return R(x)
c = C()
print(c.m(), c.s(v), C.c(v), R(C.__dict__['s']), R(C.s), R(C.c))
