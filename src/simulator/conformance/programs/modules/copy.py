import copy, sys
rc = sys.getrefcount
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class P:
    def __init__(self, x, y): self.x = x; self.y = y
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = [1]; self.b = 2
a = [1, [2, 3], {'k': [4]}]
b = copy.copy(a); c = copy.deepcopy(a)
print(b == a, b is a, b[1] is a[1], c == a, c[1] is a[1], c[2]['k'] is a[2]['k'])
p = P([1], 'n'); q = copy.copy(p); r = copy.deepcopy(p)
print(q.x is p.x, r.x is p.x, r.y is p.y, type(q), vars(r), rc(p.x), rc(r.x))
s = S(); t = copy.copy(s); u = copy.deepcopy(s); print(t.a is s.a, u.a is s.a, u.b)
l = []; l.append(l); m = copy.deepcopy(l); print(m[0] is m, m is not l)
tup = (1, [2]); print(copy.copy(tup) is tup, copy.deepcopy(tup) is tup, copy.deepcopy((1, 2)) == (1, 2))
same = [0]; pair = [same, same]; d = copy.deepcopy(pair); print(d[0] is d[1], rc(d[0]))
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(C()), copy.deepcopy(C()), copy.deepcopy([C()]))
class L(list): pass
x = L([1, [2]]); x.tag = 't'; y = copy.copy(x); z = copy.deepcopy(x); print(y, y.tag, type(y), z[1] is x[1])
class D(dict): pass
x = D(a=[1]); print(copy.copy(x), copy.deepcopy(x)['a'] is x['a'])
print(copy.copy({1, 2}), copy.deepcopy({1: (2, [3])}), copy.deepcopy(frozenset([1])), copy.copy(range(3)), copy.deepcopy(5))
def f(): pass
print(copy.copy(f) is f, copy.deepcopy(f) is f, copy.copy(P) is P, copy.deepcopy(P.__init__) is P.__init__)
g = (i for i in range(2)); err(lambda: copy.copy(g))
from collections import deque, defaultdict, Counter, namedtuple, OrderedDict
print(copy.copy(deque([1, [2]], 3)), copy.deepcopy(deque([1, [2]])), copy.deepcopy(defaultdict(list, a=[1])), copy.copy(Counter('aab')))
N = namedtuple('N', 'a b'); n = N(1, [2]); print(copy.copy(n), copy.deepcopy(n).b is n.b)
print(object.__reduce_ex__(p, 4)[1:3], p.__getstate__(), s.__getstate__(), P.__getstate__ is object.__getstate__)
