# and, or and the conditional expression let go of what they pass over.
import sys

R = sys.getrefcount

class T:
    def __init__(self, truth):
        self.truth = truth
    def __bool__(self):
        print(R(self), end=' ')
        return self.truth
t, f = T(True), T(False)
print(R(t and f), R(f or t), R(t or f), R(f and t))
print(R(t if f else f), not t, R(T(True) and t), R(T(False) or f))
def g(p, q):
    x = p and q or p
    print(R(x), R(p), R(q), R(p if q else q))
    if p and not q:
        print(R(p))
    while q:
        pass
g(t, f)
print(R(t), R(f))
