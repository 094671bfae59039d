# What a list, tuple, dict or set gives up, and what it is filled from. Each object's finalizer runs Python while the others wait.
from sys import getrefcount


class D:
    def __init__(self, n=0): self.n = n

    def __del__(self):
        x = [self.n]
        print(end=f'{x[0]}:{getrefcount(self)} ')

    def __hash__(self): return self.n
    def __eq__(self, o): return self is o
    def __call__(self, *a, **k): return D(9)
    def m(self): pass
    def __iter__(self): return iter([D(1), D(2)])
    def __get__(self, o, t): return D(3)


print('\nlist:')
x = [D(1), D(2), D(3)]
del x

print('\ntuple:')
x = (D(1), D(2))
del x

print('\ndict:')
x = {D(1): D(2), D(3): D(4)}
del x

print('\ndictstr:')
x = dict(a=D(1), b=D(2))
del x

print('\nset:')
x = {D(1), D(2)}
del x

print('\nfrozen:')
x = frozenset([D(1), D(2)])
del x

print('\nclear:')
x = [D(1), D(2)]
x.clear()
d = {1: D(1), 2: D(2)}
d.clear()
s = {D(1), D(2)}
s.clear()

print('\nslicedel:')
x = [D(i) for i in range(30)]
del x[2:25]
x[1:3] = []
del x[::2]
x[:] = [D(3), D(4)]
x *= 0

print('\ncomp:')
x = [D(i) for i in range(3)]
x = {i: D(i) for i in range(3)}
x = {D(i) for i in range(3)}
x = 0
any(D(i) for i in range(3))

print('\nunpack:')
a, *b = [D(1), D(2), D(3)]
a, b = D(4), D(5)
[a, b] = b, a
for a, b in [(D(1), D(2)), (D(3), D(4))]: pass
del a, b
x = [*[D(1)], *(D(2),)]
x = {**{"a": D(1)}, "a": D(2)}
del x

print('\nlist3:')
l = [D(1)]
l.append(D(2))
l.extend([D(3), D(4)])
l.extend(D(i) for i in range(3))
l.insert(0, D(5))
l.pop()
l.remove(l[1])
D(1) in l
l.index(l[0])
l.count(D(1))
l.reverse()
l += [D(7)]
l += (D(8),)
l += {D(9)}
l[0] = D(10)
l[0:1] = (D(11) for i in range(2))
del l[0]
l == [D(1)]
l < [D(1)] if 0 else 0
l.sort(key=lambda d: d.n)
tuple(D(i) for i in range(3))
[D(1), D(2)][0]
(D(1), D(2))[1]
[D(1)] * 2 + [D(3)]
l.copy()
list(reversed(l))
l.clear()
min([D(1), D(2)], key=lambda d: d.n)
sum(([D(1)], [D(2)]), [])
any([D(1), D(2)])
all([D(1), D(2)])
next(iter([D(1), D(2)]))
zip(*[[D(1)], [D(2)]])
list(zip([D(1)], [D(2)]))
list(enumerate([D(1)]))
list(filter(None, [D(1), D(2)]))

print('\ndict3:')
d = {}
d[D(1)] = D(2)
d.setdefault(D(3), D(4))
d.update([(D(5), D(6))])
d.update(zip([D(7)], [D(8)]))
d.pop(D(9), D(10))
for k in list(d): d[k] = D(11)
d = {k: D(12) for k in d}
dict.fromkeys([D(1), D(2)], D(3))
d.popitem()
d | {D(1): D(2)}
d.get(D(1), D(2))
D(3) in d
sorted(d, key=lambda k: D(k.n).n)
d.copy()
d.items() & {(D(1), D(2))}
d.keys() - [D(1)]
d == {D(1): D(2)}

print('\nset3:')
s = {D(1)}
s.add(D(2))
s.update([D(3)])
s |= {D(4)}
s | {D(5)}
s & {D(6)}
s - {D(7)}
s ^ {D(8)}
s.pop()
s.discard(D(9))
s.copy()
D(3) in s
s <= {D(1)}
for x in {D(1), D(2)}: pass
frozenset({D(1)}) | {D(2)}
s -= {D(1)}
s &= {D(1)}
s ^= {D(2)}
{*[D(1)], *(D(2),)}

print('\nsort:')
x = [D(3), D(1), D(2)]
x.sort(key=lambda d: D(d.n).n)
sorted([D(1), D(2)], key=lambda d: (d.n, D(1))[0])
