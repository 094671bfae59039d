# iter of a function calls it until it gives the sentinel, then holds neither.
import sys

R = sys.getrefcount

a, end = [], []
end.append(end)
def f():
    return items.pop()
items = [1, a, a]
it = iter(f, 1)
print(R(f), R(it), R(a))
print(next(it) is a, R(a), next(it) is a)
print(next(it, 'over'), R(f), R(a))
class E:
    def __eq__(self, other):
        print(R(self), R(other))
        return True
e, x = E(), []
print(list(iter(lambda: x, e)), R(e), R(x))
