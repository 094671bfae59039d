# Calls whose arguments cannot be unpacked, frames looked into and written to, imports and formats that fail.
import sys, gc
from sys import getrefcount as R
def tried(f, *args, **kw):
    try: return f(*args, **kw)
    except Exception as e: e.__traceback__ = None; return f'{type(e).__name__}: {e}'
class Item:
    def __repr__(self): return 'Item()'
a, b = Item(), Item()
n = lambda: (R(a), R(b))
def f(*args, **kw): return len(args) + len(kw)
def two(x, y, *, z=b): return x
class Keys:
    def __init__(self, keys, get=lambda k: a): self.k, self.get = keys, get
    def keys(self): return self.k
    def __getitem__(self, k): return self.get(k)
def stops():
    yield a
    raise KeyError('enough')
for call in (lambda: f(*5), lambda: f(a, *5), lambda: f(*stops()), lambda: f(a, *stops(), b), lambda: f(**5), lambda: f(a, **{'k': b}, **5), lambda: f(**{5: a}), lambda: f(*[a], **{5: a}), lambda: f(**Keys(['x', 'y'])), lambda: f(**Keys([a])), lambda: f(**Keys(['x'], lambda k: 1 // 0)), lambda: f(**{'x': a}, **{'x': b}), lambda: f(x=a, **{'x': b}), lambda: two(*(a, b), **{'z': a}), lambda: two(*(a, b, a)), lambda: two(*[a], **{'q': b}), lambda: two(a), lambda: two(a, b, z=a, q=b), lambda: two(**{'x': a, 'y': b, 'z': a}), lambda: a(*[a], **{'k': b}), lambda: max(*[a, b], **{'key': id}) in (a, b), lambda: max(*5), lambda: print(*[a], **{'nope': b}), lambda: dict(**{'k': a}, **Keys(['x'])), lambda: Item(*[a], **{'k': b}), lambda: Item(a), lambda: [].append(*[a], **{'k': b}), lambda: f(*(), **{}), lambda: two(*(), **Keys(['x', 'y', 'w']))):
    got = tried(call); print(got if isinstance(got, (str, int)) else type(got).__name__, n(), end='; '); del got
del call; print(n())
class Base:
    def method(self): return a
    prop = property(lambda self: b)
class Sub(Base):
    def go(self, name):
        if name == 1: return super().method()
        if name == 2: return super().prop
        if name == 3: return super().missing
        if name == 4: return super().missing_call(a)
        if name == 5: return super().method
        del self; return super().method()
    def shadow(self, super): return super().method()
s = Sub(); m = s.go(5); print([tried(s.go, k) is a or tried(s.go, k) is b or tried(s.go, k) for k in (1, 2, 3, 4, 6)], m() is a, R(s), n()); del m; print(R(s), tried(s.shadow, lambda: s) is a)
def looks():
    local, cell = a, b
    def reads(): return cell
    frame = sys._getframe(); d = frame.f_locals; print(d['local'] is a, d['cell'] is b, n(), sorted(k for k in d if k != 'd'))
    d['extra'] = a; d['local'] = b; d['cell'] = a; print(local is b, cell is a, n(), 'extra' in frame.f_locals)
    d2 = frame.f_locals; d2['other'] = b; print(n(), len(d2) > 4, d == d2); locals()['more'] = a; print(n(), 'more' in locals()); d.pop('extra', None) if sys.version_info < (3, 13) else None
    return frame
fr = looks(); print(n(), fr.f_code.co_name, fr.f_back is None or fr.f_back is sys._getframe(), fr.f_trace, fr.f_lineno is not None); fr.clear(); print(n(), len(fr.f_locals)); del fr; gc.collect(); print(n())
def comp(): return [locals()['x'] is x for x in (a, b)], [sorted(locals()) for y in (a,)], (lambda: sorted(locals()))()
print(comp(), n())
def raising():
    held = a
    try: raise ValueError(b)
    except ValueError as e: return e
e = raising(); fr = e.__traceback__.tb_frame; print(n(), fr.f_locals.get('held') is a, R(fr)); e.__traceback__ = e.__traceback__; print(R(fr)); e.__traceback__ = None; print(R(fr), n()); del fr, e; gc.collect(); print(n())
ns = {}
exec('def made(x=1):\n    return made, x\nclass C:\n    v = made\nimport sys\nfrom math import *\ndel sys', ns); print(ns['made'].__module__, tried(lambda: ns['made'](a)[1]) is a, n(), 'pi' in ns, eval('made', ns) is ns['C'].v); ns.clear(); gc.collect(); print(n())
for code in ('import nothing_here', 'from nothing import x', 'from math import pi as p, e as q', 'import collections.abc as c', 'x = 1\nx.y.z', 'undefined_name', 'del undefined_name', 'raise ValueError from 5', 'assert a, b', 'assert 0, b', 'def g():\n    global a\n    return a\ng()', 'a.b.c = 1', 'lambda: (yield)', 'x: int = a', '[*5]', '{**5}', '{*5}', 'a, *b = 5', 'a, b = [1]', '*a, b = []', 'with a: pass', 'with 5 as x: pass', 'for x in 5: pass', 'f"{a!r:>20}"', 'f"{a:x}"', 'f"{a!s:{b}}"', 'f"{undefined!r:>5}"', 'f"{5000:{3000}}"[0]', '"%(x)s %(y)s" % {"x": a}', '"%(x)s" % [a]', '"%s %s" % (a,)', '"%d" % a', '"%c" % a', '"%*d" % (a, 1)', '"%(a)s %(b)s" % {"a": a, "b": b}', '"{0.x}".format(a)', '"{x[0]}".format(x=[a])', '"{} {0}".format(a)', '"{:{}}".format(a, 5)', '"{x.y[z]}".format(x=a)', '"{!x}".format(a)', '"{:10}".format(a)', '"a".join([a])', '"a".join(5)', 'b"%d" % a', 'int(a)', 'int("x", 5)', 'float(a)', 'float("x")', 'complex(a)', 'round(5, a)', 'round(1234567, -3)', 'round(1234.5, 5000)', 'int.from_bytes(a)', 'int.from_bytes([1, 2], "big")', 'float.fromhex("zz")', 'sum([a, b], start=a)', '(5000).to_bytes(1, "big")', 'pow(5000, -1, 7000)', '5000 ** 5000 % 7', '(-8) ** 0.5 == 0', '10 ** 400 * 1.0', 'chr(-1)', 'ord("ab")', 'bytes([a])', 'bytearray("x")', 'bytearray("long text " * 3, "ascii").take if 0 else 1', '"abc".translate({97: a})', 'str.maketrans("ab", "c")', '"x".encode("nothing")', 'b"\\xff".decode()', 'str(b"x", "ascii", 5)'):
    got = tried(exec, code, {'a': a, 'b': b}); print(got, n() if n() != (2, 2) else '', end='; '); del got
gc.collect(); print(n())
class MyInt(int): pass
class MyFloat(float): pass
class MyBytes(bytes): pass
class MyStr(str): pass
class AsInt:
    def __int__(self): return MyInt(5000)
    def __index__(self): return MyInt(6000)
    def __float__(self): return MyFloat(7.5)
    def __trunc__(self): return 8000
print(type(MyInt.from_bytes(b'\x10\x20', 'big')).__name__, type(MyFloat.fromhex('0x1p5')).__name__, tried(round, 5000, MyInt(2)), round(5555, -2), round(5555, -AsInt().__index__() + 5998), n())
import operator
print(operator.index(MyInt(5000)), '%c' % MyInt(8364), '%d' % MyInt(5000), f'{MyStr("te" + "xt"):>6}', '{:>6}'.format(MyStr('te' + 'xt')), '%s' % MyStr('te' + 'xt'), MyStr('ab' + 'cd')[:] , MyStr('xy' * 2) + '', len(MyBytes(b'xy' * 2)[:]), (MyStr('q') * 1) == 'q')
