# reversed lets the list go at the end.
import sys

R = sys.getrefcount

a = []
v = [a, a]
r = reversed(v)
print(R(v), R(a))
print(next(r) is a, R(v), R(a))
print(list(r), R(v), R(r))
class A:
    def __reversed__(self):
        return iter([R(self)])
    def __len__(self):
        return R(self)
    def __getitem__(self, i):
        return R(self)
print(list(reversed(A())), R(reversed((a,))), R(a))
