# Corners that programs seldom visit, each with objects that must be let go: short last batches, long templates, rings through odd
# types, warm calls that fail, modules made by hand.
import sys, gc, copy, itertools, functools, operator, re, types, weakref
from sys import getrefcount as R
def tried(f, *args, **kw):
    try: return f(*args, **kw)
    except Exception as e: e.__traceback__ = None; return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
class Callable:
    def __init__(self, result): self.result = result
    def __call__(self, *args): return self.result
def stops():
    yield a
    raise KeyError('enough')
if hasattr(itertools, 'batched'):
    print([len(x) for x in itertools.batched([a, b, a], 2)], tried(list, itertools.batched(stops(), 2)), tried(list, itertools.batched([], 2)), n())
    if sys.version_info >= (3, 13): print(tried(list, itertools.batched([a, b, a], 2, strict=True)), n())
p = functools.partial(print, a, end='x'); p.one = b; p.__setstate__((max, (b,), {'key': id}, {'two': a})); print(p.args, p.two, tried(lambda: p.one), n()); p.__setstate__((min, [a], None, None) if False else (min, (a,), None, None)); print(p.keywords, n()); del p; print(n())
for g in (operator.itemgetter(a), operator.itemgetter(a, b)): print(type(copy.copy(g)) is type(g), n(), end='; ')
del g; print(n())
print(re.sub(r'(\w+) (\w+)', r'before it \2 between them \1 and after', 'ab' + ' cd'), re.match(r'(a)(b)?', 'ac').expand(r'long \1 text \g<1> more') , re.sub('x', lambda m: 'lo' + 'ng', 'axbx'), tried(re.sub, '(a)|b', r'got \1 here', 'ab'), tried(re.sub, 'a', r'\9', 'a'), n())
class Seq:
    def __getitem__(self, i): return a
    def __add__(self, other): return NotImplemented
print(tried(operator.concat, Seq(), Seq()), tried(operator.iconcat, Seq(), Seq()), tried(operator.concat, Seq(), 5), n())
class X: pass
class Y(X): pass
class K(X): pass
class L(K, Y): pass
r = (R(X), R(Y)); print(tried(setattr, K, '__bases__', (Y, X)), tried(setattr, L, '__bases__', (X, Y)), (R(X) - r[0], R(Y) - r[1])); del L, K, Y; gc.collect(); print(R(X) - r[0] < 0)
class Plain: pass
o = Plain(); o.x, o.y = a, b; d = o.__dict__; c = d.copy(); print(n(), c == d); d.clear(); print(n(), vars(o)); c.clear(); print(n()); o.z = a; o.__dict__ = {'w': b}; print(n(), o.w is b); del o.__dict__; print(n(), vars(o)); del o, d, c; print(n())
o = Plain(); w = weakref.ref(o); print(o.__weakref__ is w, R(w)); del o; print(w())
for e in (OSError(9999, 'text', a, None, b), OSError(9999, a), ImportError('m', name=a, path=b), AttributeError('m', name='na' + 'me', obj=a), KeyError(a), ExceptionGroup('g', [KeyError(a)])):
    e.extra = b; f = copy.copy(e); print(type(f).__name__, len(f.args), f.extra is b, getattr(f, 'filename', None), end='; '); del f
del e; gc.collect(); print(n())
class MyFloat(float): pass
class MyInt(int): pass
print(float(MyFloat(2.5)).__class__.__name__, int(MyInt(5000)).__class__.__name__, tried(int, b'nope' * 2), tried(int, bytearray(b'nope')), tried(int, 'no' + 'pe'), tried(float, b'nope'))
def noted(x: int): return x
if sys.version_info >= (3, 14): r = R(noted); fn = Callable({'k': a}); noted.__annotate__ = fn; print(noted.__annotations__['k'] is a, n()); noted.__annotate__ = Callable({'k': b}); print(R(fn), noted.__annotations__['k'] is b, n()); noted.__annotate__ = None; print(n()); del fn
if sys.version_info >= (3, 12):
    noted.__type_params__ = (a,); noted.__type_params__ = (b,); print(n()); noted.__type_params__ = ()
    ns = {'a': a, 'b': b}
    exec('def gen[T: (int, str), U: a, *V, **W](x: T) -> U: return x\nclass G[T]: pass\ntype Al[T] = list[T] | a.__class__\n', ns)
    T, U, V, W = ns['gen'].__type_params__; print(T, T.__bound__, T.__constraints__, T.__constraints__ is T.__constraints__, U.__bound__ is a, U.__bound__ is a, U.__constraints__, V.__name__, W.__name__, n()); print(ns['Al'].__value__ == ns['Al'].__value__, ns['G'].__orig_bases__ is not None, n()); del T, U, V, W; ns.clear(); gc.collect(); print(n())
class Throws:
    def __init__(self, e): self.e = e
    def __iter__(self): return self
    def __next__(self): return a
    def throw(self, *args): raise self.e
def delegates(to): got = yield from to; yield got
g = delegates(Throws(StopIteration(b))); next(g); got = g.throw(ValueError()); print(got is b, n()); del g, got; g = delegates(Throws(StopIteration())); next(g); print(g.throw(ValueError())); del g; gc.collect(); print(n())
err = None
def keep():
    global err
    try: 1 / 0
    except ZeroDivisionError as e: err = e; return e.__traceback__
t1, t2 = keep(), keep(); t1.tb_next = t2; t1.tb_next = t2; print(R(t2), t1.tb_next is t2); t1.tb_next = None; print(R(t2)); err.ring = err; err.a = a; del t1, t2, err; gc.collect(); print(n())
calls = iter([a, b, a]); it = None
def uses():
    x = next(calls)
    if x is b: list(it)
    return x
it = iter(uses, 5); print(next(it) is a, tried(next, it), n()); del it, calls
m = types.ModuleType('fa' + 'ke', a); print(m.__name__, m.__doc__ is a, n()); m.__init__('ot' + 'her', b); print(m.__name__, m.__doc__ is b, n()); m.here = a; m.__annotations__ = {'k': b}; print(m.__annotations__['k'] is b, n()); sys.modules['fake_one'] = m; ns = {}
exec('from fake_one import here\nfrom fake_one import *', ns); print(sorted(k for k in ns if k != '__builtins__'), n()); print(tried(exec, 'from fake_one import missing', ns), n()); m.__all__ = ['here', 'nope']; print(tried(exec, 'from fake_one import *', {}), n()); m.__all__ = [5]; print(tried(exec, 'from fake_one import *', {}), n()); del m.__name__; print(tried(exec, 'from fake_one import missing', ns), n()); sys.modules['fake_two'] = a; print(tried(exec, 'from fake_two import missing', {}), tried(exec, 'from fake_two import *', {}), n()); sys.modules['fake_three'] = None; print(tried(exec, 'import fake_three', {})); del sys.modules['fake_one'], sys.modules['fake_two'], sys.modules['fake_three'], m; ns.clear(); print(n())
class Meta(type): attr = a; mro = type.mro
class WithMeta(metaclass=Meta): __class_getitem__ = Callable(b)
print(WithMeta.attr is a, WithMeta[5] is b, n()); answer = [None]
class Meta2(type): mro = Callable((X, object))
print(tried(lambda: Meta2('M', (X,), {})), tried(lambda: type('M', (), {'__classcell__': [a]})), n())
class Noted: x: int; y: Item
print(len(Noted.__annotations__), R(Noted.__annotations__) > 1); r = R(Item); del Noted.__annotations__; print(R(Item) - r, tried(delattr, Noted, '__annotations__')); Noted.__annotations__ = {'z': a}; print(n()); Noted.__annotations__ = {'z': b}; print(n()); del Noted, WithMeta; gc.collect(); print(n())
r = R(X); u = X | int | X; print(u, (X | X) is X, hash(u) == hash(int | X), u == (int | X), u.__args__[0] is X); del u; print(R(X) - r)
class Odd(Exception):
    def __new__(cls): return [a]
print(tried(lambda: (_ for _ in ()).throw(Odd)), n())
def raises():
    raise Odd
print(tried(raises), n())
class Manager: __enter__ = Callable(a); __exit__ = Callable(b)
class Manager2:
    def __enter__(self): return self
    __exit__ = Callable(None)
def manage():
    with Manager() as x: assert x is a; 1 / 0
    with Manager2() as y: return R(y)
print(manage(), n())
class NoText:
    def __repr__(self): raise ValueError(b)
    def __format__(self, spec): raise KeyError(spec)
spec = 'lo' + 'ng'; x = NoText(); print(tried(lambda: f'{x!r:{spec}}'), tried(lambda: f'{x:{spec}}'), tried(lambda: f'{a}{x!r}'), tried(lambda: '%s %r' % (a, x)), tried('{0!r:{1}}'.format, x, spec), n(), R(spec) > 1); del x
class Gives:
    def __init__(self, x):
        self.x = x
        if x is b: return [a]
def warm(k):
    for i in range(40): Gives(a if i < k else b)
print(tried(warm, 30), tried(warm, 50), n())
class Selfish:
    def __init__(self): self.value = a
    def look(self): return value
s = Selfish(); print(tried(s.look), n(), R(s)); print(tried(lambda: a.itemz), tried(lambda: s.valu), n()); del s
class Slots: __slots__ = ('x', 'y')
s = Slots(); c = copy.copy(s); print(tried(lambda: c.x)); s.x = a; c = copy.copy(s); d = copy.deepcopy(c); print(c.x is a, n()); del s, c, d; print(n())
class NewArgs:
    def __getnewargs__(self): return [a]
print(tried(copy.copy, NewArgs()), n()); B = 10 ** 20; it = iter(range(B, B + 6000)); print(next(it) - B, next(it) - B, it.__length_hint__(), R(B)); del it; print(R(B))
sys.stdout.writelines(['lo' + 'ng\n', 'te' + 'xt\n']); print(tried(sys.stdout.writelines, stops()), tried(sys.stdout.writelines, [5]), tried(sys.stdout.writelines, 5), n())
big = 'lo' * 200; t = big; t += 'ng'; print(len(t), len(big)); del t; l = ['q' * 300]; l[0] += 'r' * 10; print(len(l[0])); text = 'v' * 99
def grow(text): text += 'w'; text += 'x' * 5; return len(text)
print(grow(text), len(text), sum([5000, 6000], 7000), tried(sum, [b'x'], b''), tried(sum, [[a], [b]], [])[1] is b, n())
