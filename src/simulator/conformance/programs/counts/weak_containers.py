# Weak containers hold keys or values weakly, and strongly only while something is asked of them.
import sys
import weakref

R = sys.getrefcount

class K:
    def __init__(self, name):
        self.name = name
    def __hash__(self):
        return hash(self.name)
    def __eq__(self, other):
        seen.append((R(self), R(other)))
        return self.name == other.name
    def method(self):
        return R(self)

def told(*what):
    print(*what, seen, R(a), R(b), R(v))
    seen.clear()

seen, a, b, v = [], K('a'), K('b'), []
values = weakref.WeakValueDictionary(x=a, y=b)
told(values['x'] is a, R(values['x']), R(values.get('y')), len(values), R(values))
told([R(o) for o in values.values()], [R(o) for k, o in values.items()], [r() is not None for r in values.valuerefs()])
told(values.setdefault('z', a) is a, values.pop('z') is a, R(values.copy()), 'x' in values, R(values | {'w': b}))
keys = weakref.WeakKeyDictionary({a: v, b: v})
told(keys[a] is v, a in keys, R(keys), keys.get(b) is v, [R(k) for k in keys], [R(k) for k, w in keys.items()])
told(keys.pop(a) is v, K('b') in keys, keys.setdefault(a, v) is v, keys.keyrefs()[0]() is b, len(keys))
group = weakref.WeakSet([a, b])
told(a in group, len(group), [R(x) for x in group], R(group | [a]), R(group - group), R(group.copy()), K('a') in group)
group.discard(a)
told(group.pop() is b, len(group))
group.update([a, b])
told(group == weakref.WeakSet([b, a]), group >= {a}, len(group & {a}))
m = weakref.WeakMethod(a.method)
told(m()() , R(m), R(m()), m == weakref.WeakMethod(a.method), R(a.method))
p = weakref.proxy(a)
told(p.name, p.method(), R(p), p == b, p == a, R(p.__class__) > 1)
r = weakref.ref(a)
told(R(r), r() is a, R(r()), R(r().name) > 1, weakref.getweakrefcount(a), len(weakref.getweakrefs(b)), r == weakref.ref(b), hash(r) == hash(a))
f = weakref.finalize(a, seen.append, v)
told(R(f), f.alive, f.peek()[0] is a, R(f.peek()), len(f.peek()))
for x in group:
    told(R(x))
del x
it = iter(values.items())
k, o = next(it)
told(R(o), R(it), k)
del it, o
c = K('c')
values['c'] = keys[c] = c2 = c
group.add(c)
told(len(values), len(keys), len(group))
del c, c2, keys[b]
told(len(values), len(keys), len(group))
del a
a = b
told(f.alive, r(), m(), len(values), len(group), len(keys))
