# Special methods that return the wrong thing, are None, are no functions, or raise: each is asked, and what it gave is let go.
import gc, abc, operator
from sys import getrefcount as R
def tried(f, *args, **kw):
    try: return f(*args, **kw)
    except Exception as e: return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
def made(name, value):
    cls = type('Made', (), {name: value}); return cls()
asks = {'__init__': lambda o: type(o)(), '__iter__': iter, '__next__': next, '__len__': len, '__contains__': lambda o: a in o, '__index__': operator.index, '__int__': int, '__float__': float, '__complex__': complex, '__str__': str, '__repr__': repr, '__bytes__': bytes, '__format__': format, '__getitem__': lambda o: o[0], '__reversed__': reversed, '__round__': round, '__trunc__': lambda o: __import__('math').trunc(o), '__neg__': lambda o: -o, '__enter__': lambda o: enter(o), '__call__': lambda o: o(), '__dir__': dir, '__eq__': lambda o: o == 5, '__lt__': lambda o: sorted([o, o]), '__add__': lambda o: o + 1, '__getattr__': lambda o: o.other, '__getattribute__': lambda o: o.other, '__setattr__': lambda o: setattr(o, 'x', 1), '__delattr__': lambda o: delattr(o, 'x'), '__setitem__': lambda o: operator.setitem(o, 0, a), '__delitem__': lambda o: operator.delitem(o, 0), '__await__': lambda o: run(o), '__instancecheck__': lambda o: isinstance(a, o), '__subclasscheck__': lambda o: issubclass(Item, o), '__mro_entries__': lambda o: type('T', (), {}) and bases(o), '__missing__': lambda o: o[5]}
def enter(o):
    with o: pass
def bases(o):
    class T(o): pass
    return T.__bases__
async def wait(o): return await o
def run(o):
    try: wait(o).send(None)
    except StopIteration as e: return 'stopped'
class Callable:
    def __call__(self, *args): return [a]
class Truth:
    def __bool__(self): raise ValueError('neither')
class GetOnly:
    def __init__(self, value): self.value = value
    def __get__(self, obj, cls=None): return self.value
for name, ask in asks.items():
    print(name, end=': ')
    for value in (None, 5, lambda *x: a, lambda *x: [b], lambda *x: 5000, lambda *x: 1 // 0, lambda *x: 'te' + 'xt', lambda *x: Truth(), lambda *x: -1, Callable(), GetOnly(lambda *x: a), GetOnly(None)):
        if name == '__sizeof__' and callable(value) and tried(value) == 5000 or name in ('__sizeof__', '__setattr__', '__mro_entries__') and not callable(value): continue
        o = tried(made, name, value)
        if type(o) is not str:
            got = tried(ask, o); print(got.split(' at 0x')[0] if type(got) is str else type(got).__name__, end='; '); del got
        del o
    gc.collect(); print(n())
del value
class Getattr:
    def __getattribute__(self, name): raise AttributeError(name)
    def __getattr__(self, name): return a
g = Getattr(); print(g.x is a, n(), R(g)); Getattr.__getattribute__ = object.__getattribute__; print(g.y is a, n()); Getattr.__getattribute__ = GetOnly(lambda name: b); print(g.z is b, n()); del g
class Iterates:
    def __iter__(self): return iter([5000, 6000, a, b])
i = Iterates(); print(b in i, 6000 in i, 7 in i, tried(operator.contains, i, Truth()), n()); print(tried(operator.indexOf, i, b), tried(operator.countOf, i, a), n())
class GetItem:
    def __getitem__(self, k):
        if k > 2: raise IndexError
        return [a, b, 5000][k]
gi = GetItem(); print(b in gi, a in gi, list(gi)[2], list(reversed([1])), n(), tried(reversed, gi), tried(len, gi), [x is b for x in gi]); it = iter(gi); print(iter(it) is it, R(it), next(it) is a, R(gi)); del it; print(R(gi), n())
class LenBig:
    def __len__(self): return 10 ** 30
class LenObj:
    def __len__(self): return Item()
for c in (LenBig, LenObj): print(tried(bool, c()), tried(len, c()), end='; ')
print(n())
class Meta(type):
    def mro(cls): return answers.pop(0)(cls)
answers = [lambda cls: type.mro(cls), lambda cls: 5, lambda cls: [cls, 5], lambda cls: (cls, object), lambda cls: 1 // 0, lambda cls: [cls, int, object]]
while answers: x = tried(lambda: Meta('M', (), {})); print(x if isinstance(x, str) else x.__mro__[1:], end='; '); del x
class Plain:
    x = a
    def __init_subclass__(cls, **kw): cls.seen = kw
    def __class_getitem__(cls, k): return k
class Kid(Plain, word=b): pass
print(Kid.seen['word'] is b, Plain[a] is a, tried(lambda: int[5]), Plain.__subclasses__(), type.mro(Kid)[1] is Plain, n()); r = R(Kid); l = Plain.__subclasses__(); print(R(Kid) - r); del l; print(R(Kid) - r)
r = R(Plain); Kid.__bases__ = (Plain,); print(R(Plain) - r, tried(setattr, Kid, '__bases__', ()), tried(setattr, Kid, '__bases__', 5), tried(setattr, Kid, '__bases__', (Kid,)), R(Plain) - r)
Kid.__name__ = 'Re' + 'named'; Kid.__qualname__ = 'Qu' + 'al'; Kid.__module__ = 'mo' + 'd'; Kid.__doc__ = 'do' + 'c'; print(Kid, Kid.__doc__, tried(setattr, Kid, '__name__', 5), tried(delattr, Kid, '__name__'), tried(delattr, Kid, '__module__'), tried(delattr, Kid, 'nothing'), tried(setattr, int, 'x', 1))
del Kid, c, i, gi; gc.collect(); print(R(Plain) - r, n())
class Named:
    def __init__(self, fail): self.fail = fail
    def __set_name__(self, owner, name):
        if self.fail: raise ValueError(name + '!')
        self.owner = owner
def build():
    class Uses: good = Named(False); bad = Named(True)
x = tried(build); print(x, n())
try: build()
except Exception as e: print(type(e).__name__, type(e.__cause__).__name__, getattr(e, '__notes__', None)); e.__traceback__ = e.__cause__ = e.__context__ = None
class FakeBases:
    def __init__(self, bases): self.__bases__ = bases
    def __repr__(self): return 'FakeBases'
root, plain = FakeBases(()), FakeBases(5); kid = FakeBases((root,)); print(issubclass(kid, root), issubclass(root, kid), tried(issubclass, plain, root), tried(issubclass, kid, plain), tried(issubclass, 5, root), R(root), R(kid))
class FakeObj:
    def __init__(self, cls): self.__class__ = cls
class Pretends:
    def __init__(self, cls): self.cls = cls
    @property
    def __class__(self): return self.cls
print(isinstance(Pretends(kid), root), isinstance(Pretends(Plain), Plain), isinstance(Pretends(5), Plain), tried(isinstance, 5, root), tried(isinstance, 5, (Plain, (int, 'x'))), tried(isinstance, a, (Plain, 5)), isinstance(5, int | str), tried(isinstance, 5, list[int]), R(root), R(kid), n())
class Abstract(abc.ABC):
    @abc.abstractmethod
    def need(self): pass
print(tried(Abstract), Abstract.register(Plain) is Plain, Abstract.register(Plain) is Plain, issubclass(Plain, Abstract), tried(Abstract.register, 5), isinstance(Plain(), Abstract)); del root, plain, kid, x; gc.collect(); print(n())
class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, C): return answer
for answer in (True, False, NotImplemented, 5): print(tried(issubclass, Item, Hook), end='; '); Hook = type(Hook)('Hook', (Hook,), {})
class Slotted:
    __slots__ = 'one'
s = Slotted(); s.one = a; print(n(), tried(lambda: type('T', (), {'__slots__': 5})), tried(lambda: type('T', (), {'__slots__': [5]})), tried(lambda: type('T', (), {'__slots__': ['a', 'a b']})), tried(lambda: type('T', (), {'__slots__': ['x'], 'x': a})), tried(lambda: type('T', (int,), {'__slots__': ['x']})), n()); del s.one; print(tried(lambda: s.one), tried(delattr, s, 'one'), n())
def ann(x: 'te' + 'xt' = a, *, y: int = b) -> Item: pass
print(R(ann), n(), ann.__defaults__[0] is a, ann.__kwdefaults__['y'] is b); ann.__annotations__ = {'k': a}; print(n()); ann.__defaults__ = (b,); ann.__kwdefaults__ = {'y': a}; print(n()); ann.__annotations__ = None; ann.__defaults__ = ann.__kwdefaults__ = None; print(n(), ann.__annotations__, tried(setattr, ann, '__defaults__', 5), tried(setattr, ann, '__annotations__', 5), tried(setattr, ann, '__code__', 5), tried(setattr, ann, '__dict__', 5))
ann.__dict__ = {'attr': a}; print(ann.attr is a, n()); ann.__dict__ = {}; print(n()); FT = type(ann); f = FT(ann.__code__, {'own': 1}, 'na' + 'me', (a,)); print(f.__name__, f.__defaults__[0] is a, n(), tried(FT, ann.__code__, 5), tried(FT, 5, {})); del f; print(n())
def outer():
    cell = a
    def inner(): return cell
    return inner
inner = outer(); f = FT(inner.__code__, globals(), 'other', None, inner.__closure__); print(f() is a, n(), R(inner.__closure__) > 1); del f, inner; print(n())
