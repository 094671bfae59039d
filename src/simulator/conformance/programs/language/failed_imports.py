# What imports that fail say, and what the exceptions show of themselves; counters with their symmetric difference.
import sys
def t(f):
    try: f()
    except BaseException as e: print(repr(e), str(e), e.args)
t(lambda: __import__('nope'))
for a, k in ((), dict(name=None)), ((), dict(name='a')), (('x',), dict(path='p')), (('x', 'y'), dict(name=1, path=2)), ((), dict(name='n', path='p')), (('x',), {}), (('x',), dict(name=None, path=None)), ((), dict(path=None)), (('m',), dict(name='n', path=None)):
    print(repr(ImportError(*a, **k)), repr(ModuleNotFoundError(*a, **k)), str(ImportError(*a, **k)))
class B:
    def __repr__(self): 1 / 0
t(lambda: repr(ImportError('x', name=B())))
t(lambda: repr(ImportError(B(), name='x')))
class S(ImportError): pass
print(repr(S('x', name='y')))
import collections
C = collections.Counter
for op in '__xor__', '__ixor__':
    if hasattr(C, op):
        print(C(a=5, b=3, c=2, d=2) ^ C(a=1, b=3, c=5, e=1), C(a=-1, b=2) ^ C(b=-2, c=-3, d=0), getattr(C(), op)(C('ab')))
        x = C(a=5, b=3, c=2, d=2); y = x; x ^= C(a=1, b=3, c=5, e=1); print(x, x is y, C.__xor__(x, 5))


def u(f):
    try: f()
    except ImportError as e: print(repr(e).split('(/')[0], '|', e.name, e.path and e.path.rsplit('python', 1)[1].split('/', 1)[1])
    except Exception as e: print(repr(e))
def b(): from collections import nope
def c(): from itertools import nope
def d(): from json import nope
def e(): import nope
def f(): import textwrap.nope
def g(): from nope.x import y
def h(): import math.x
def i(): from . import x
def j(): from .x import y
def k(): sys.modules['blocked'] = None; import blocked
def l(): __import__('')
def m(): from operator import nope
for x in (b, c, d, e, f, g, h, i, j, k, l, m): u(x)
sys.modules['odd'] = 5
def w(): import odd.x
u(w)
