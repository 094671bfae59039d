# Slices and indices that call __index__, and what they do to the sequence meanwhile.
import sys

R = sys.getrefcount

class At:
    def __init__(self, i, act=None):
        self.i, self.act = i, act
    def __index__(self):
        seen.append(R(self))
        if self.act:
            self.act()
        return self.i

class Cut:
    def __getitem__(self, key):
        seen.append((R(self), R(key), R(key.start), R(key.stop)))
        return key
    def __setitem__(self, key, value):
        seen.append((R(self), R(key), R(key.start), R(value)))
    def __delitem__(self, key):
        seen.append((R(self), R(key), R(key.start)))

def told(*what):
    print(*what, seen, R(v), R(a), R(b))
    seen.clear()

def within(o, p, q, warm):
    for i in range(warm):
        seen.clear()
        o[p:q]
        o[p:q] = v
        del o[p:q]
    return tuple(seen)

seen, v = [], []
a, b = At(1), At(2)
items = [v, v, v]
told(items[a] is v, len(items[a:b]), len((v, v, v)[a:b]), 'abc'[a:b], b'abc'[a:b], range(9)[a:b], bytearray(b'abc')[a:b])
items[a] = v
items[a:b] = [v, v]
told(len(items))
del items[a], items[a:b]
told(len(items), R(items))
items.insert(a, v)
told(items.pop(a) is v, items.index(v, a - 1 if 0 else At(0), b), len(items))
print(within(Cut(), a, b, 1), within(Cut(), a, b, 30), R(a), R(b), R(v))
s = Cut()[a:b]
told(R(s), R(s.start), s.indices(5), s == slice(a, b), R(s))
del s
items = [v] * 5
c = At(0, items.clear)
for act in (lambda: items[c], lambda: items.__setitem__(c, v), lambda: items.__delitem__(c), lambda: items[c:At(3)], lambda: items.pop(c), lambda: items.insert(c, v)):
    items[:] = [v] * 3
    try:
        got = act()
        told(R(got) if type(got) is list else got, len(items))
    except IndexError as error:
        told(error, len(items))
del act, got
told(R(items), R(c))
m = memoryview(bytearray(b'abcdef'))
told(m[a], R(m), m[a:b].tobytes(), R(m), R(m.obj))
told('abcabc'.find('b', a, At(6)), 'abcabc'.count('b', a), b'abc'.find(98, a), 'ab'.startswith('b', a), 'a'.ljust(At(3)), (1, 2, 1).index(1, a))
