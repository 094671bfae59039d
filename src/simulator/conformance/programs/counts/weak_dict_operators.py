# Weak dictionaries: operators, updates, removal during iteration, keys that compare, and their own copies.
import copy
import sys
import weakref
R = sys.getrefcount
class K:
    def __init__(self, name):
        self.name = name
    def __repr__(self):
        return self.name
def told(*what):
    print(*what, R(a), R(b), R(v))
a, b, v = K('a'), K('b'), []
x = weakref.WeakValueDictionary({'a': a})
y = x | {'b': b}
x |= {'b': b}
told(len(x), len(y), R(x), R(y), x == y, sorted(x), sorted(y.keys()))
told(x.get('a') is a, x.get('none', b) is b, x.pop('none', v) is v, 'a' in x, dict(x)['b'] is b, R(dict(x)))
z = copy.copy(x)
told(type(z).__name__, len(z), R(z), len(copy.deepcopy(x)))
told([k for k, w in x.items() if w is a], [w.name for w in x.values()], len(list(x.itervaluerefs())), sorted(w().name for w in x.valuerefs()))
k = weakref.WeakKeyDictionary()
k[a], k[b] = v, [v]
told(k[a] is v, R(k[b]), k.get(a) is v, k.setdefault(b, 5) == [v], k.pop(a) is v, len(k))
j = k | {a: v}
k |= {a: [a]}
told(len(j), R(j[a]), R(k[a]), len(k), {b: 1} | k != {}, R(k.keyrefs()))
told(sorted(key.name for key in k), sorted(key.name for key, w in k.items()), [len(w) for w in k.values()])
del k[a]
try:
    k[a]
except KeyError as error:
    told(R(error), len(k))
try:
    k['text']
except TypeError as error:
    told(error, R(error))
try:
    x['none']
except KeyError as error:
    told(R(error), error)
k.clear(), x.clear(), j.clear()
told(len(k), len(x), len(j))
s = weakref.WeakSet([a, b])
t = weakref.WeakSet([b])
told(len(s & t), len(s | t), len(s - t), len(s ^ t), t <= s, s.isdisjoint(t), t.issubset(s), s.issuperset([a]), s != t)
s &= t
s |= {a}
s -= t
s ^= t
told(sorted(w.name for w in s), R(s), R(s.copy()), s.pop().name in 'ab', len(s))
try:
    s.add(5)
except TypeError as error:
    told(R(error))
told(R(weakref.ref(a)), weakref.getweakrefcount(a) > 0, len(weakref.getweakrefs(b)) > 0)
