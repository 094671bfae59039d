# The subject lives on the stack while patterns are tried.
import sys

R = sys.getrefcount

class S:
    def __eq__(self, other):
        print('eq', R(self), R(other))
        return False
    @property
    def x(self):
        print('x', R(self))
        return v
class K:
    v = S()
v = []
s = S()
before = R(S)
for i in range(2):
    match s:
        case K.v:
            print('no')
        case S(x=[]) if print('guard', R(s), R(v)):
            print('no')
        case S(x=y):
            print(R(y), R(s), R(S) - before)
    match S():
        case [x] | {'x': x}:
            print('no')
        case x:
            print(R(x))
print(R(v), R(s))
