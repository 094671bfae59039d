# sys.getsizeof of one object of every kind, and how containers grow and shrink.
import sys, gc
class C: pass
class S: __slots__ = ('a', 'b')
class E:
    __slots__ = ()
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class Str(str): pass
class B(bytes): pass
class F(float): pass
class Ex(Exception): pass
class W:
    __slots__ = ('__weakref__',)
class WD:
    __slots__ = ('__weakref__', '__dict__')
class CC(C):
    __slots__ = ('z',)
def f(): pass
def g(a, b=1, *c, d=2, **e): x = a + b; return lambda: x
def gen():
    yield 1
def gen2(a, b, c):
    yield [a, b, c]
c = C(); c.x = 1
l = L([1, 2]); l.x = 1
d = {}
def size(n, o): print(n, sys.getsizeof(o))
for n in (0, 1, 2**30 - 1, 2**30, 2**60, 10**20, 10**50, -5, -2**40, True): size(n, n)
for o in (0.5, 1j, None, ..., NotImplemented, '', 'a', 'abc', 'é', 'aé', '中', 'a中', '😀', 'ab😀', b'', b'abc', (), (1,), (1, 2, 3), [], [1], [1, 2, 3]): size(ascii(o), o)
for o in ([*range(10)], list(range(10)), [i for i in range(10)], [0] * 7, {}, {1: 2}, dict.fromkeys(range(6)), dict.fromkeys(range(11)), {'a': 1}, {str(i): i for i in range(20)}, set(), {1}, set(range(5)), set(range(20)), frozenset(), frozenset({1, 2, 3, 4, 5, 6}), range(3), range(10**30), slice(1), slice(1, 2, 3)): size(type(o).__name__, o)
for o in (object(), C(), c, S(), E(), W(), WD(), CC(), L(), l, D(), I(5), T((1,)), Str('ab'), B(b'a'), F(1.5), Ex(), Ex('a'), ValueError(), KeyError(1), StopIteration(1), SystemExit(), NameError(), AttributeError(), TypeError(1, 2)): size(type(o).__name__, o)
for o in (f, g, len, [].append, c.__init__, C().__class__, f.__get__(c), super(C, c), property(), staticmethod(f), classmethod(f), gen(), gen2(1, 2, 3), iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(range(1)), iter('a'), iter('é'), iter(b'a'), reversed([]), reversed(()), enumerate([]), zip([]), map(f, []), filter(f, []), iter(f, 1), {}.keys(), {}.values(), {}.items(), int.__add__, (5).__add__, str.join, ''.join, dict.fromkeys, C.__dict__, int.__dict__, f.__code__, sys, type.__dict__['__dict__'], S.a, g(1).__closure__[0], memoryview(b'abc') if 0 else 0): size(type(o).__name__, o)
for t in (int, str, list, dict, object, type, C, S, E, L, CC, D, Ex, ValueError): size(t.__name__, t)
try: 1 / 0
except ZeroDivisionError as e: size('tb', e.__traceback__); size('frame', e.__traceback__.tb_frame); size('exc', e)
class M(type): pass
class MM(metaclass=M):
    def a(self): pass
    x = 1
size('M', M); size('MM', MM); size('c.__dict__', c.__dict__); size('empty __dict__', C().__dict__)
print([sys.getsizeof([0] * n) for n in range(10)])
a = []
r = []
for i in range(40):
    a.append(i); r.append(sys.getsizeof(a))
print(r)
r = []
while a:
    a.pop(); r.append(sys.getsizeof(a))
print(r)
d = {}; r = []
for i in range(100): d[i] = i; r.append(sys.getsizeof(d))
print(r)
s = set(); r = []
for i in range(100): s.add(i); r.append(sys.getsizeof(s))
print(r)
for i in range(95): s.discard(i)
print(sys.getsizeof(s), sys.getsizeof(s.copy()), sys.getsizeof(dict(d)), sys.getsizeof(d.copy()))
try: sys.getsizeof()
except TypeError as e: print(e)
class Bad:
    def __sizeof__(self): return -1
try: sys.getsizeof(Bad())
except ValueError as e: print(e)
class Own:
    def __sizeof__(self): return 100
print(sys.getsizeof(Own()), Own().__sizeof__(), (5).__sizeof__(), [].__sizeof__(), sys.getsizeof(Own, 5))
print(object.__sizeof__(Own()), [1].__sizeof__(), {}.__sizeof__(), ''.__sizeof__(), C.__sizeof__(c), C.__sizeof__(C) if 0 else 0)
R = sys.getrefcount
class Asked:
    def __sizeof__(self): return R(self)
a = Asked()
print(sys.getsizeof(a), a.__sizeof__(), sys.getsizeof(a, None), sys.getsizeof(Asked()), R(a))
class Refuses:
    def __sizeof__(self): raise TypeError(R(self))
r, otherwise = Refuses(), []
print(sys.getsizeof(r, otherwise) is otherwise, R(otherwise), R(r))
grows = []
for i in range(5):
    grows.append(a)
    print(R(a), R(grows), sys.getsizeof(grows))
