# Exception groups whose derive or condition goes wrong, except* with naked and partly handled exceptions, and what is held.
import sys, gc
from sys import getrefcount as R
def tried(f, *args):
    try: return f(*args)
    except BaseException as e: return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
one, two, three = ValueError(a), KeyError(b), OSError('x')
k = lambda: [R(x) for x in (one, two, three)]
g = ExceptionGroup('g', [one, ExceptionGroup('h', [two, three])]); g.add_note('note'); g.__cause__ = two; print(k(), R(g))
m, r = g.split(ValueError); print(repr(m), repr(r), k(), m.__notes__ is g.__notes__, m.__cause__ is two); del m, r; print(k())
s = g.subgroup(lambda e: isinstance(e, KeyError)); print(repr(s), k()); del s
def some(e):
    if e is three: raise RuntimeError('no answer')
    return isinstance(e, ValueError)
print(tried(g.split, some), tried(g.subgroup, some), tried(g.split, 5), tried(g.split, (ValueError, 5)), k(), n())
class Truth:
    def __bool__(self): raise ValueError('neither')
print(tried(g.split, lambda e: Truth()), tried(g.split, lambda e: [e])[0] is not None, k())
for made in (lambda self, excs: 5, lambda self, excs: ValueError('no group'), lambda self, excs: ExceptionGroup('other', excs), lambda self, excs: 1 // 0):
    D = type('D', (ExceptionGroup,), {'derive': made})
    d = D('d', [one, two]); d.__context__ = three
    res = tried(d.split, ValueError); print(res if isinstance(res, str) else [repr(x) for x in res], k()); del res
    d.__notes__ = ['x']; res = tried(d.subgroup, KeyError); print(res if isinstance(res, str) else (repr(res), getattr(res, '__notes__', None)), k()); del res
    d.__notes__ = 5; res = tried(d.subgroup, KeyError); print(res if isinstance(res, str) else repr(res), k()); del res, d
    d = D('d', [one, two])
    def handle():
        try: raise d
        except* ValueError as e: print('handled', repr(e))
    print(tried(handle), k()); d.__traceback__ = None; del d, handle
    gc.collect()
del g; gc.collect(); print(k())
excs = [one, two]; g = ExceptionGroup('list', excs); excs.append(three); print(repr(g), repr(BaseExceptionGroup('t', (one,))), g.exceptions == (one, two), k()); del g, excs
class S(Exception):
    def split(self, *args): return 5
def star(e, *types):
    try:
        try: raise e
        except* types[0] as x: print('first', repr(x)); x = None
        except* types[1] as x: print('second', repr(x)); raise x
        except* types[2]: raise
    except BaseException as err: print('out', repr(err), type(err.__context__).__name__); err.__traceback__ = None
    e.__traceback__ = None
    if sys.version_info < (3, 0): print()
star(one, ValueError, KeyError, OSError); star(two, ValueError, KeyError, OSError); star(three, ValueError, KeyError, OSError); star(RuntimeError('r'), ValueError, KeyError, OSError)
star(ExceptionGroup('all', [one, two, three]), ValueError, KeyError, OSError); star(ExceptionGroup('two', [two, three]), ValueError, KeyError, OSError); star(ExceptionGroup('one', [three, RuntimeError('r')]), ValueError, KeyError, OSError)
star(ExceptionGroup('bad', [one]), 5, KeyError, OSError); star(ExceptionGroup('bad', [one]), ExceptionGroup, KeyError, OSError); star(one, (ValueError, 5), KeyError, OSError)
for x in (one, two, three): x.__context__ = x.__cause__ = x.__traceback__ = None
gc.collect(); print(k(), n())
print(tried(ExceptionGroup, 'x', 5), tried(ExceptionGroup, 'x', []), tried(ExceptionGroup, 'x', [5]), tried(ExceptionGroup, 5, [one]), tried(ExceptionGroup, 'x', [KeyboardInterrupt()]), type(tried(BaseExceptionGroup, 'x', [one])).__name__, k())
