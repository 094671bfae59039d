import sys
import operator as o
rc = sys.getrefcount
def err(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(o.add(1, 2), o.sub(5, 3), o.mul(2, 'ab'), o.truediv(1, 4), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 5), o.neg(3), o.not_([]), o.truth([1]), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.lshift(1, 4), o.rshift(16, 2), o.invert(5), o.abs(-4), o.index(True), o.pos(4))
print(o.lt(1, 2), o.eq(1, 1), o.ge(1, 2), o.is_(1, 1), o.is_not(None, 1), o.contains([1, 2], 2), o.countOf('banana', 'a'), o.indexOf([4, 5, 6], 6), o.getitem([7, 8], 1), o.concat([1], [2]))
l = [1, 2, 3]; o.setitem(l, 0, 9); o.delitem(l, 1); print(l, o.iadd(l, [4]), l, o.length_hint(iter([1, 2])), o.call(max, 3, 4), o.call(sorted, [1, 2], reverse=True))
g = o.itemgetter(1); print(g([5, 6]), g((7, 8)), g('xyz'), o.itemgetter(0, 2)([1, 2, 3]), g, o.itemgetter('a', 'b')({'a': 1, 'b': 2}), sys.getsizeof(g))
class P:
    def __init__(self): self.x = 3; self.inner = self
    def m(self, a, b=0): return (a, b)
p = P()
a = o.attrgetter('x'); print(a(p), o.attrgetter('inner.x')(p), o.attrgetter('x', 'inner.inner.x')(p), a, o.attrgetter('a.b', 'c'), sys.getsizeof(a))
m = o.methodcaller('m', 1, b=5); print(m(p), m, o.methodcaller('upper')('abc'), sys.getsizeof(m))
key = object(); g = o.itemgetter(key); print(rc(key)); del g; print(rc(key))
print(sorted([(1, 'b'), (2, 'a')], key=o.itemgetter(1)), o.add, o.add.__module__, o.itemgetter, o.__name__)
err(lambda: o.add(1)); err(lambda: o.itemgetter()); err(lambda: o.attrgetter(1)); err(lambda: o.itemgetter(1)([0])); err(lambda: o.attrgetter('q')(1)); err(lambda: o.indexOf([1], 2)); err(lambda: o.methodcaller()); err(lambda: o.add(1, 'a')); err(lambda: o.concat(1, 2)); err(lambda: o.contains(1, 2)); err(lambda: g()); err(lambda: o.itemgetter(1)(1, 2)); err(lambda: o.foo)
print(o.__add__ is o.add, o.__not__(1), o.__getitem__([3], 0))
from _functools import reduce, partial, cmp_to_key
class X:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'X{self.n}'
    def __del__(self): print('del', self.n)
print(reduce(o.add, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3], 10), reduce(o.add, [], 5))
print(reduce(lambda a, b: X(a.n + b.n), [X(1), X(2), X(3)]))
err(lambda: reduce(o.add, [])); err(lambda: reduce(o.add, 5)); err(lambda: reduce(o.add)); err(lambda: reduce(lambda a, b: 1 / 0, [1, 2]))
p = partial(pow, 2); print(p(5), p, p.func, p.args, p.keywords, sys.getsizeof(p))
q = partial(int, base=2); print(q('101'), q, q('zz', base=36)); r = partial(partial(max, 1), 2, key=abs); print(r, r(-9)); r.z = 4; print(r.z, r.__dict__, partial(r, 3))
x = X(5); p = partial(print, x, x); print(rc(x)); p('!'); print(rc(x)); del p; print(rc(x)); del x
err(lambda: partial()); err(lambda: partial(5)); err(lambda: partial(len)(1, 2)); err(lambda: setattr(p2, 'func', 1))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a))); k = cmp_to_key(lambda a, b: a - b); print(k(1) < k(2), k(1) == k(1), k(1).obj, sys.getsizeof(k)); err(lambda: hash(k(1))); err(lambda: k(1) < 1)
class S(partial): pass
print(S(len)('abc'), S(len))
