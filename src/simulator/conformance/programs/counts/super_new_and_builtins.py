# Subclasses of built-in types with __new__, __init__, own attributes and overridden methods, in warm code too.
import sys
R = sys.getrefcount
class Tup(tuple):
    def __new__(cls, *items):
        self = super().__new__(cls, items)
        seen.append((R(self), R(items), [R(i) for i in items]))
        self.own = items
        return self
    def __add__(self, other):
        return R(self), R(other), super().__add__(other)[0] is self[0]
class Dic(dict):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        seen.append((R(self), R(kw)))
    def __setitem__(self, k, v):
        seen.append((R(self), R(v)))
        super().__setitem__(k, v)
    def get(self, k, d=None):
        return super().get(k, d)
class Lis(list):
    def append(self, x):
        seen.append((R(self), R(x)))
        super().append(x)
    def __iter__(self):
        seen.append(('iter', R(self)))
        return super().__iter__()
class Str(str):
    def __new__(cls, text, held):
        self = str.__new__(cls, text)
        self.held = held
        return self
    def upper(self):
        return R(self), R(self.held), super().upper()
class Int(int):
    def __new__(cls, n, held=None):
        self = int.__new__(cls, n)
        self.held = held
        return self
    def __add__(self, other):
        seen.append((R(self), R(other) > 0))
        return Int(int(self) + int(other), self.held)
class Set(set):
    def add(self, x):
        seen.append((R(self), R(x)))
        return super().add(x)
def run(v, times):
    for i in range(times):
        seen.clear()
        t = Tup(v, v)
        d = Dic(a=v)
        d['b'] = v
        l = Lis([v])
        l.append(v)
        s = Str('ab', v)
        n = Int(1000, v) + Int(5) + 7
        e = Set()
        e.add(s)
        got = R(t), R(t.own), R(t[0]), t + (v,), R(d), R(d['b']), d.get('a') is v, R(l), [R(x) for x in l], s.upper(), R(n), R(n.held), R(e), R(s)
    return got, tuple(seen), R(v)
seen, v = [], []
first, again, warm = run(v, 1), run(v, 2), run(v, 30)
print(first)
print(again[0] == first[0], again[1])
print(warm[0] == again[0], warm[1], warm[2])
t = Tup(v)
print(R(t), R(t[:]), R(tuple(t)), R(t * 1), R(t.own), R(v), seen[-1])
d = Dic({'k': v}, z=v)
print(R(d), R(d.copy()), type(d | {}).__name__, R(dict(d)), R(d.pop('k')), R(v))
l = Lis([v, t])
print(R(list(l)), R(l[:]), type(l + []).__name__, R(sorted(l, key=id)), [*l] == [v, t], R(t), seen[-3:])
for kind in (Tup, Dic, Lis, Set):
    o = kind()
    o.attr = v
    print(R(o), R(o.attr), R(o.__dict__), R(v))
    del o
print(R(v), R(t))
