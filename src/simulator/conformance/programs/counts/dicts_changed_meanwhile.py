# Dicts and sets that change while they are gone through, or while a key is compared.
import sys

R = sys.getrefcount


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print('eq', R(self), R(other))
        if meddle:
            meddle.pop()()
        return self.n == other.n


meddle = []
a, b, v = Key(1), Key(2), []
d = {a: v}
d[b] = v
print(R(a), R(b), R(v))
meddle.append(d.clear)
print(d.get(Key(2)), R(a), R(b), R(v), len(d))
d[a] = v
meddle.append(lambda: d.update({a: b}))
d[Key(3)] = v
print(R(a), R(b), R(v), len(d))
meddle.clear()
try:
    for k in d:
        print(R(k), R(d))
        d[Key(9)] = k
except RuntimeError as error:
    print(error, R(error), R(d))
del k
d.clear()
print(R(a), R(b), R(v))
s = {a}
meddle.append(s.clear)
print(b in s, R(a), R(b), len(s))
s.add(a)
meddle.append(lambda: s.add(Key(7)))
print(s.remove(a), R(a), len(s))
it = iter(d)
d[a] = v
try:
    next(it)
except RuntimeError as error:
    print(R(error), R(it), R(d))
del it
print(R(d), R(a), R(v))
l = [a, b]
meddle.append(l.clear)
print(l.index(a), R(a), R(b), len(l))
l[:] = [a, b]
meddle.append(l.clear)
try:
    print(l.remove(Key(2)))
except ValueError as error:
    print(R(error), R(a), R(b), l)
print(R(a), R(b), R(v))
