import sys
from collections import deque, defaultdict
rc = sys.getrefcount
class X:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'X{self.n}'
    def __del__(self): print('del', self.n)
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = deque(); print(d, len(d), bool(d), sys.getsizeof(d), d.maxlen)
d.append(1); d.appendleft(0); print(d, sys.getsizeof(d))
d.extend('ab'); d.extendleft([7, 8]); print(d, sys.getsizeof(d), d[0], d[-1], d[2])
for n in (1, 31, 32, 33, 63, 64, 65, 128, 200): print(n, sys.getsizeof(deque(range(n))), end=' ')
print()
d = deque()
sizes = []
for i in range(300):
    d.append(i)
    if i % 50 == 0: sizes.append(sys.getsizeof(d))
for i in range(150): d.popleft()
sizes.append(sys.getsizeof(d)); print(sizes, d[0], d[149])
d.rotate(40); print(d[0], d[149], sys.getsizeof(d)); d.rotate(-80); print(d[0], sys.getsizeof(d)); d.rotate(1000); print(d[0], sys.getsizeof(d))
d = deque([1, 2, 3, 4, 5], 3); print(d, d.maxlen, repr(d)); d.append(6); d.appendleft(0); print(d); d.extend([9, 10]); print(d)
x = X(1)
d = deque([x]); print(rc(x)); d.append(x); print(rc(x)); y = d.pop(); print(rc(x)); d.clear(); print(rc(x)); del y
d = deque([X(2), X(3), X(4)], maxlen=3); d.append(X(5)); d.appendleft(X(6)); print(d); del d[1]; print(d); d.clear(); print('cleared')
d = deque('abcabc'); print(d.count('a'), d.index('c'), d.index('c', 3), 'b' in d, 'z' in d); d.remove('b'); print(d); d.insert(1, 'X'); d.insert(-1, 'Y'); d.insert(100, 'Z'); print(d); d.reverse(); print(d)
print(list(reversed(d)), d.copy() == d, d < deque('b'), deque([1, 2]) == [1, 2], deque([1]) < deque([1, 2]), deque([1]) + deque([2]), deque([1, 2]) * 2, 2 * deque('a'))
d = deque([1]); d += [2, 3]; d *= 2; print(d); d[0] = 9; print(d); del d[0]; print(d)
err(lambda: deque().pop()); err(lambda: deque().popleft()); err(lambda: deque([1])[3]); err(lambda: deque([1]).remove(4)); err(lambda: deque([1]).index(4)); err(lambda: deque(5)); err(lambda: deque([], -1)); err(lambda: deque([], 'a')); err(lambda: deque([1], 1).insert(0, 2)); err(lambda: hash(deque())); err(lambda: deque([1]) + [1]); err(lambda: deque(1, 2, 3)); err(lambda: deque().rotate('a')); err(lambda: deque([1]) < 5); err(lambda: deque().foo); err(lambda: deque([1])['a'])
d = deque([1, 2, 3])
it = iter(d); print(rc(d), sys.getsizeof(it)); next(it); d.append(4); err(lambda: next(it)); err(lambda: list(it)); del it
d = deque([1]); d.append(d); print(d)
class D(deque): pass
e = D([1, 2]); e.z = 1; print(e, e.z, e.copy(), sys.getsizeof(e), e + deque([3])); print(type(e.copy()).__name__)
print(deque, deque.__module__, iter(d).__class__.__name__)
import gc
d = deque(); d.append(d); d.append(X(9)); del d; print(gc.collect() > 0)
dd = defaultdict(list); dd['a'].append(1); dd['b']; print(dd, len(dd), sys.getsizeof(dd), dd.default_factory)
dd = defaultdict(int, {'x': 1}, y=2); dd['z'] += 5; print(dd, dict(dd))
dd = defaultdict(lambda: X(11)); v = dd[1]; print(rc(v), dd.get(2), 2 in dd); del v; del dd
dd = defaultdict(); err(lambda: dd['q']); err(lambda: defaultdict(5)); dd = defaultdict(None, a=1); print(dd, dd.copy())
a = defaultdict(int, a=1) | {'b': 2}; print(a, {'c': 3} | a); a |= {'z': 1}; print(a)
print(defaultdict(dict).copy(), defaultdict.__mro__)
f = defaultdict(list); print(rc(list) > 5, f == {}, f.pop('x', 3)); err(lambda: f.pop('x'))
class DD(defaultdict): pass
print(DD(int), repr(DD(int, a=1)))
