# Methods, descriptors, properties, proxies, weak references and super objects looked at from all sides.
import gc, weakref, types, functools
from sys import getrefcount as R
def tried(f, *args, **kw):
    try: return f(*args, **kw)
    except Exception as e: return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item' + '()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
class S:
    __slots__ = ('yslot', '__weakref__')
    @classmethod
    def made(cls): return cls()
    @staticmethod
    def still(x): return x
    @property
    def prop(self): "the doc of it"; return a
    def method(self, x=None): "about it"; return x
    def __repr__(self): return 'S' + '()'
s = S(); s.yslot = a
for d in (S.yslot, S.__dict__['__weakref__'], S.__dict__['made'], S.__dict__['still'], S.method, s.method, s.made, list.append, [].append, s.__init__, int.__add__, (5000).__add__, dict.fromkeys, S.__init_subclass__, type.__call__, S.__call__, Item.__dict__['__dict__'], types.FunctionType.__code__):
    for name in ('__objclass__', '__name__', '__qualname__', '__self__', '__func__', '__wrapped__', '__isabstractmethod__'):
        v = tried(getattr, d, name); print(v if isinstance(v, str) and len(v) < 40 else type(v).__name__, end=' '); del v
    print(repr(d).split(' at 0x')[0], R(S) > 0, n())
r = R(S); oc = [S.yslot.__objclass__ for _ in range(3)]; print(R(S) - r, [m.__objclass__ is S for m in (S.yslot, S.__dict__['__weakref__'])]); del oc; print(R(S) - r)
w = s.__init__; q = w.__self__; print(q is s, R(s)); del q, w; print(R(s))
big = 10 ** 30; w = big.__add__; r = R(big); q = w.__self__; print(q is big, R(big) - r, w.__objclass__, w.__name__, w == big.__add__, w == (10 ** 30).__add__, w != big.__sub__, hash(w) == hash(big.__add__)); del q, w
m = s.method; r = R(s); print(m == s.method, m != s.method, m == S().method, R(s) - r, m.__func__ is S.method, m.__self__ is s, m.__doc__, tried(getattr, m, 'none'), repr(m), hash(m) == hash(s.method)); S.method.extra = b; print(m.extra is b, n()); del S.method.extra, m; print(n())
class Call:
    def __call__(self, *args): return args
call = Call(); m = types.MethodType(call, a); print(repr(m).split(' at')[0][:20], m() == (a,), n(), tried(lambda: m.__name__)); call.__name__ = 'na' + 'me'; call.__qualname__ = 5; print(repr(m), n()); call.__qualname__ = 'qu' + 'al'; print(repr(m)); call.__doc__ = b; print(m.__doc__ is b, n()); del m, call; print(n())
print(s.prop is a, tried(setattr, s, 'prop', b), tried(delattr, s, 'prop'), S.prop.__doc__, n())
p = property(lambda self: a, lambda self, v: v.append(b), lambda self: 1 // 0, 'd' + 'oc'); print(p.__doc__, R(p.__doc__) > 1)
class H: prop = p
l = []; h = H(); h.prop = l; print(l == [b], n(), tried(delattr, h, 'prop')); q = p.getter(lambda self: b); print(q.__doc__, q.fset is p.fset, R(p.fset)); q.__init__(p.fget, p.fset, doc=a); print(q.__doc__ is a, n()); q.__init__(); print(q.__doc__, q.fget, n()); del q, l; print(n())
class D:
    def __get__(self, *a): return 5
    @property
    def __doc__(self): return a
class P(property): pass
def getter(self): return a
getter.__doc__ = 'long ' + 'text'
for cls in (property, P): q = cls(getter); r = cls(q.fget, doc=None); print(q.__doc__ is getter.__doc__, r.__doc__ is getter.__doc__, R(getter.__doc__)); x = q.setter(None); print(x.__doc__, R(getter.__doc__)); del q, r, x
print(R(getter.__doc__), R(getter)); ring = property(); ring = P(lambda self: ring); ring.me = ring; ring.a = a; del ring; gc.collect(); print(n())
l = [a]; ring = property(doc=l); l.append(ring); del l; print(n()); del ring; gc.collect(); print(n())
for f in (staticmethod, classmethod):
    w = f(getter); print(repr(w).split(' at 0x')[0], w.__wrapped__ is getter, R(getter)); w.__init__(Item); print(R(getter), w.__wrapped__ is Item); w.extra = a; print(n()); del w; print(n(), R(getter), tried(f), tried(f, 1, 2))
proxy = Item.__dict__; r = R(Item); mp = types.MappingProxyType({'k': a}); print(repr(mp), mp | {'b': b}, n(), mp.get('k') is a, tried(hash, mp) if False else '', mp.copy() == {'k': a}, mp == {'k': a}, tried(types.MappingProxyType, 5)); del mp; print(n(), R(Item) - r)
class Named:
    @property
    def __name__(self): return 'long' + 'name'
for o in (Item, getter, Named(), a): w = weakref.ref(o); r = R(o); print(tried(repr, w).split(' at 0x')[0][:30], tried(repr, w).rsplit(' ', 1)[-1][:12], R(o) - r); del w
w = weakref.ref(a); v = weakref.ref(a, lambda r: None); print(w == v, w != v, w == weakref.ref(b), tried(lambda: w < v), hash(w) == hash(a), w is weakref.ref(a), n())
px = weakref.proxy(h); h.x = a; print(px.x is a, tried(len, px), tried(hash, px), bool(px), n(), tried(iter, px), tried(next, px)); px.x = b; del px.x; print(n(), px == h, px is h, tried(lambda: px + 1), tried(lambda: px[0]), tried(bytes, px))
class Full:
    def __len__(self): return 3000
    def __bytes__(self): return b'by' + b'tes'
    def __reversed__(self): return iter([a])
    def __getitem__(self, i): return b
    def __contains__(self, x): return x is a
    def __add__(self, other): return other
    def __iadd__(self, other): self.got = other; return self
    def __round__(self, k=None): return 5000
    def __iter__(self): return iter([a, b])
    def __str__(self): return 'fu' + 'll'
full = Full(); px = weakref.proxy(full, lambda r: None); print(len(px), bytes(px), list(reversed(px)) == [a], px[0] is b, a in px, b in px, px + b is b, str(px), [x is a for x in px], n()); px += a; print(type(px).__name__, n()); del px, full; print(n())
class Base:
    attr = b
    def who(self): return super().__repr__()
class Child(Base):
    def both(self): return super(), super().attr
c = Child(); sup, attr = c.both(); print(attr is b, sup.__self__ is c, sup.__thisclass__ is Child, sup.__self_class__ is Child, R(c), n()); r = R(c); super.__init__(sup, Base, c); print(R(c) - r, sup.__thisclass__ is Base, tried(super.__init__, sup, int, c), R(c) - r); super.__init__(sup, Child, Child); print(R(c) - r, tried(getattr, sup, 'none')); del sup; print(R(c) - r)
un = super(Child); print(repr(un)[:30], un.__self__, un.__get__(c).attr is b, R(c)); bound = super(Child, c); print(bound.__get__(a) is bound, R(bound), n()); del un, bound
class Proxy:
    def __init__(self, o): self.o = o
    @property
    def __class__(self): return Child
pr = Proxy(c); z = super(Child, pr); print(z.attr is b, z.__self__ is pr, R(pr), tried(super, Child, a)); del z; print(R(pr), isinstance(pr, Child), isinstance(pr, int), n())
class SS(super): pass
z = SS(Child, c); z.x = a; print(z.attr is b, n()); ring = z; z.ring = z; del ring, z; gc.collect(); print(n(), R(c))
f = functools.partial; g = types.GenericAlias(list, (Item,)); r = R(Item); print(g, g.__origin__, g.__args__, R(Item) - r, g() == [], tried(lambda: g().__orig_class__), g.__mro_entries__(()), g == list[Item], hash(g) == hash(list[Item]), g.__parameters__); ring = types.GenericAlias(Item, [a]); l = [ring]; ring2 = types.GenericAlias(Item, (l,)); l.append(ring2); del ring, ring2, l; gc.collect(); print(n())
class Gen:
    def __class_getitem__(cls, k): return types.GenericAlias(cls, k)
made = Gen[Item](); print(made.__orig_class__, R(Item) - r); del made; print(Gen[Item].__mro_entries__((Gen,)))
class Sub(Gen[Item]): pass
print(Sub.__orig_bases__, Sub.__bases__); ns = types.SimpleNamespace(k=a, me=None); ns.me = ns; print(repr(ns), n()); c2, args, state = ns.__reduce__(); print(c2, args, state is ns.__dict__, R(ns.__dict__) > 1); del c2, args, state, ns; gc.collect(); print(n())
cell = types.CellType(a); print(cell.cell_contents is a, n()); cell.cell_contents = b; print(n()); cell.cell_contents = cell; print(n()); del cell; gc.collect(); print(n())
