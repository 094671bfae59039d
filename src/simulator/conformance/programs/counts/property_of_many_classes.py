# One attribute read meets properties of several classes, plain attributes and modules.
import sys

R = sys.getrefcount

class A:
    @property
    def x(self):
        return 'A', R(self)
class B:
    @property
    def x(self):
        return 'B', R(self)
class C:
    x = 'C'

def get(o):
    return o.x

for i in range(4):
    print(get(A()), get(B()), get(C()))
for i in range(56):
    get(B())
for i in range(3):
    print(get(A()), get(B()))
    B.other = i
