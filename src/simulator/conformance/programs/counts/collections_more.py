# deque rotations, namedtuple, OrderedDict, Counter and ChainMap.
import collections
import sys

R = sys.getrefcount

v, w = [], []
d = collections.deque([v, w], maxlen=2)
d.append(v)
print(R(v), R(w)); d.appendleft(w)
print(R(v), R(w)); d.rotate(1); d.extend([v, v])
print(R(v), R(w), d.count(v), d.index(v), R(d)); d.extendleft([w])
print(R(v), R(w), d.pop() is v, d.popleft() is w, R(v), R(w), len(d))
P = collections.namedtuple('P', 'x y', defaults=[w])
p = P(v)
print(R(v), R(w), R(p), R(p.x), R(p._replace(x=w)), R(v), R(p._asdict()), R(P))
x, y = p
print(R(v), p == (v, w), R(P._make([v, v])), R(v)); x = y = p = None
o = collections.OrderedDict(a=v, b=w)
o.move_to_end('a')
print(R(v), list(o), R(o.popitem()), R(v), R(o), o.popitem(last=False)[1] is w, R(w))
c = collections.Counter([1, 1, 2]); c.update({1: 10 ** 10})
print(R(c), R(c[1]), c.most_common(1), R(c.elements()))
m = collections.ChainMap({'a': v}, {'a': w, 'b': w})
print(R(v), R(w), m['b'] is w, R(m['a']), R(m.maps), R(m.new_child({'c': v})), R(v))
u = collections.UserList([v]); u.append(w)
print(R(v), R(w), R(u), R(u.data))
