# A call that was made fast for one class is the slow one for another.
import sys

R = sys.getrefcount

class A:
    def __init__(self, x):
        print('A', R(self), R(x))
class B:
    def __init__(self, x):
        print('B', R(self), R(x))
class Slim:
    __slots__ = ()
    def __init__(self, x):
        print('Slim', R(self), R(x))

def make(kind, x):
    return kind(x)

v = []
for i in range(3):
    for kind in (A, B, Slim):
        make(kind, v)
for i in range(60):
    make(B, v)
for i in range(3):
    make(Slim, v)
    make(len, v)
    make(B, v)
