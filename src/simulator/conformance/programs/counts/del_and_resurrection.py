# __del__ sees its object, may keep it, and is not called again.
import sys

R = sys.getrefcount

kept = []
class A:
    def __init__(self, v=None): self.v = v
    def __del__(self):
        print('del', R(self), R(self.v))
        if len(kept) < 2: kept.append(self)
v = []
a = A(v)
print(R(a), R(v))
a = None
print(R(kept[0]), R(v))
kept.clear()
print(R(v))
A(v)
A(v).v
b = [A(v), A(v)]
b.clear()
print(len(kept), R(v))
for x in [A(v)]:
    pass
del x
kept.clear()
print(R(v))
def f():
    y = A(v)
    return R(y)
print(f(), f(), R(v))
kept.clear()
d = {1: A(v)}
d[1] = A(v)
print(R(v))
del d
kept.clear()
print(R(v))
