# Exceptions raised again under others: contexts that would form a ring, causes and fields that are replaced, notes, details.
import sys, gc
from sys import getrefcount as R
def tried(f, *args, **kw):
    try: return f(*args, **kw)
    except BaseException as e: return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item()'
a, b, c = Item(), Item(), Item()
n = lambda: (R(a), R(b), R(c))
def chain():
    one, two, three = ValueError(1), KeyError(2), OSError(3)
    try:
        try:
            try: raise one
            except ValueError: raise two
        except KeyError: raise three
    except OSError as e:
        try: raise one
        except ValueError as again:
            print(again is one, one.__context__ is three, three.__context__ is two, two.__context__)
    try:
        try: raise two
        except KeyError:
            try: raise one from three
            except ValueError: raise three from two
    except OSError as e: print(e.__cause__ is two, e.__context__ is one, one.__context__ is two, one.__cause__ is three)
    one.__cause__ = two; one.__context__ = None; two.__context__ = three; one.__cause__ = None
    print([R(x) for x in (one, two, three)])
    one.__cause__ = one.__context__ = two.__context__ = three.__cause__ = three.__context__ = None
    print([R(x) for x in (one, two, three)])
chain(); gc.collect()
for make in (lambda: StopIteration(a), lambda: SystemExit(a), lambda: ImportError('m', name=a, path=b), lambda: AttributeError('m', name='x', obj=a), lambda: NameError('m', name=a), lambda: OSError(9999, a, b), lambda: UnicodeEncodeError('utf-8', 'text', 0, 1, 'why'), lambda: KeyError(a), lambda: ValueError(a, b), lambda: ExceptionGroup('m', [ValueError(a)])):
    e = make(); args = e.args; kw = {}
    if isinstance(e, ImportError): kw = {'name': b, 'path': c}
    if isinstance(e, AttributeError): kw = {'name': 'y', 'obj': b}
    if isinstance(e, NameError): kw = {'name': b}
    print(type(e).__name__, tried(e.__init__, *args, **kw), n(), end=' '); tried(e.__init__, c, **kw); print(n(), end=' ')
    e.args = (b,); print(n(), end=' '); del args, e; gc.collect(); print(n())
e = StopIteration(a); e.value = b; print(n()); e.value = c; print(n()); del e.value; print(e.value, n()); del e; print(n())
e = AttributeError(); e.obj = a; e.name = b; print(n()); e.obj = b; del e.name; print(n(), e.name); del e
for bad in (('m', (1, 2, 3, 4, 5)), ('m', 5), ('m', (a, 1, 2, b, 5)), ('m', [a, 1, 2, b, 5, 6])): print(tried(lambda: type(SyntaxError(*bad))), n(), end='; ')
print()
for bad in ((9999, a, b, 5, c), (9999,), (9999, a), (9999, a, b, None, c), (a, b, c), ()): e = OSError(*bad); print(type(e).__name__, e.errno, len(e.args), n(), end='; '); del e
print(tried(lambda: OSError(9999, 'x', b, foo=1)), n())
e = OSError(9999, a, b); print(str(e), n()); e.errno = 5; e.strerror = b; e.filename = c; e.filename2 = a; print(str(e), n()); del e; print(n())
class Shown:
    def __str__(self): raise KeyError('no text')
print(tried(lambda: str(OSError(9999, Shown()))), tried(lambda: str(ValueError(Shown()))), tried(lambda: str(ImportError(Shown()))), tried(lambda: repr(KeyError(a))))
e = ValueError(a); e.add_note('one'); e.add_note('t' + 'wo'); print(e.__notes__, R(e.__notes__)); e.__notes__ = None; print(tried(e.add_note, 'x')); e.__notes__ = 5; print(tried(e.add_note, 'x'), tried(e.add_note, 5)); del e
try: raise ValueError(a)
except ValueError as e: tb = e.__traceback__; f = e.with_traceback(None); print(f is e, f.__traceback__, R(tb), n()); f.__traceback__ = tb; f.__traceback__ = tb; print(R(tb)); f = None
print(R(tb), tried(setattr, tb, 'tb_next', tb), tried(setattr, tb, 'tb_next', 5)); del tb; print(n())
def raises(what, cause=...):
    if cause is ...: raise what
    raise what from cause
class Odd(Exception):
    def __new__(cls): return 5
class Bad(Exception):
    def __init__(self): raise KeyError('init')
for args in ((5,), (Item,), (Odd,), (Bad,), (ValueError, 5), (ValueError, Item), (ValueError, Bad), (ValueError, KeyError), (KeyError(1), None)): print(tried(raises, *args), end='; ')
print(n())
class E(Exception):
    __slots__ = ('x',)
    def __init__(self, x): self.x = x; super().__init__(x)
e = E(a); e.x = b; print(n(), e.args[0] is a); e.__setstate__({'y': c}); print(n(), e.y is c, e.__reduce__()[0] is E); print(tried(e.__setstate__, 5)); del e; print(n())
ring = ValueError(); ring.me = ring; ring.__context__ = KeyError(ring); ring.a = a; del ring; print(n()); gc.collect(); print(n())
try: int('x')
except ValueError as e:
    def hold(): return e
    tb = e.__traceback__
    fr = tb.tb_frame
    e.cycle = tb
del tb, fr, hold; gc.collect(); print(n())
def frames():
    try: 1 / 0
    except ZeroDivisionError as e: err = e; me = a; return err.__traceback__
tb = frames(); print(n(), tb.tb_frame.f_locals['me'] is a, n()); tb.tb_frame.clear(); print(n()); del tb; gc.collect(); print(n())
