# Key functions and comparisons see what is being sorted.
import sys

R = sys.getrefcount

class A:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        seen.append((R(self), R(other)))
        return self.n < other.n
    def __gt__(self, other):
        seen.append(('gt', R(self), R(other)))
        return self.n > other.n
def key(x):
    seen.append(R(x))
    return -x.n
seen = []
a, b, c = A(1), A(2), A(3)
for call in (
    lambda: sorted([c, a, b]), lambda: sorted((c, a), key=key), lambda: min(a, b), lambda: max([a, b]),
    lambda: min([b, a], key=key), lambda: max(a, b, c, key=key), lambda: sorted({a: 1, b: 2}, reverse=True),
    lambda: min([], default=a), lambda: [c, b, a].sort(key=key), lambda: max(iter([a, c])),
):
    r = call()
    print(seen, R(r), R(a), R(b), R(c))
    seen.clear()
    r = None
l = [b, a]
def spy(x):
    seen.append((R(l), len(l)))
    return x.n
l.sort(key=spy)
print(seen, R(a), R(b))
def bad(x): raise ValueError(R(x))
try:
    sorted([a, b], key=bad)
except ValueError as e:
    print(e, R(a), R(b))
