# Rich comparison falls back; hash and eq in dicts and sets.
import sys

R = sys.getrefcount

class A:
    def __lt__(self, o): print('lt', R(self), R(o)); return NotImplemented
    def __le__(self, o): return R(self) > 0
    def __eq__(self, o): print('eq', R(self), R(o)); return NotImplemented
    def __hash__(self): print('hash', R(self)); return 7
class B(A):
    def __gt__(self, o): print('gt', R(self), R(o)); return True
a, b = A(), B()
for i in range(2):
    print(a < b, a <= b <= a, a == b, a != b, R(a), R(b))
    try:
        a < a
    except TypeError:
        print(R(a))
def f(x, y):
    return x < y, x <= y <= x, x == y
print(f(a, b))
d = {a: 1}
print(d.get(b), b in d, len({a, b}), R(a), R(b))
print([a] == [b], (a,) == (a,), [b].count(a), [a, b].index(b), R(a), R(b))
print(a in (b, a), R(a), R(b))
print(hash(a), hash((a, b)), R(a), R(b))
