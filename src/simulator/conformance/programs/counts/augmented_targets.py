# `+=` and its kin on names, attributes, items and slices: what is held while the right side and the operation run.
import sys

R = sys.getrefcount

class Sum:
    def __init__(self, name):
        self.name = name
    def __iadd__(self, other):
        print(self.name, R(self), R(other), end='; ')
        return self
    def __imul__(self, other):
        print(self.name, R(self), R(other), end='; ')
        return other
    def __ior__(self, other):
        return NotImplemented
    def __or__(self, other):
        print('or', R(self), R(other), end='; ')
        return self

class Store:
    def __init__(self, s):
        self.s = s
        self.shown = 0
    def __getitem__(self, key):
        print('get', R(self), R(key), end='; ')
        return self.s
    def __setitem__(self, key, value):
        print('set', R(self), R(key), R(value), end='; ')
    @property
    def total(self):
        print('get', R(self), end='; ')
        return self.s
    @total.setter
    def total(self, value):
        print('set', R(self), R(value), end='; ')

def local(a, b, store):
    a += b
    a |= b
    store.s += b
    store.total += b
    store[b] += b
    store[b:a] += a
    store[b][b] = [] if 0 else b if 0 else a
    a *= b
    print(R(a), R(b), R(store))

class Store2(dict):
    def __missing__(self, key):
        self[key] = Sum('missing')
        return self[key]

s, v = Sum('s'), []
store = Store(s)
s += v
s |= v
print(R(s), R(v))
store.s += v
store.total += v
print(R(s), R(v), R(store))
store[v] += s
store[v:s] |= v
print(R(s), R(v), R(store))
try:
    local(s, v, store)
except TypeError as error:
    print(R(error), R(s), R(v))
items, d = [s, v], Store2()
for i in range(3):
    items[0] += v
    items[0:1] += [v]
    d[i] += v
    d[0] += s
    items[-1] += items
    print(R(s), R(v), R(items))
del items, d
print(R(s), R(v), R(store))
s *= v
print(s is v, R(v))
x = y = v
x += [x]
print(R(v), R(x), x is y, len(x))
x.clear()
print(R(v))
