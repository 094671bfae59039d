# __instancecheck__ sees the object and the class.
import sys

R = sys.getrefcount

class M(type):
    def __instancecheck__(cls, o):
        print(R(o))
        return True
    def __subclasscheck__(cls, other):
        print(R(other))
        return False
class A(metaclass=M):
    pass
class B:
    pass
b = B()
before = R(A)
print(isinstance(b, A), isinstance(b, (int, A)), isinstance([], A), isinstance(b, B))
print(issubclass(B, A), issubclass(B, (A, object)))
print(R(A) - before, R(b))
