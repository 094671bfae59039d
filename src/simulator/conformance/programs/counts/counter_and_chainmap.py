# What is written in Python holds what Python holds.
from collections import ChainMap, Counter, namedtuple
import sys

R = sys.getrefcount

a = 'ab' * 10
c = Counter([a, a])
print(c[a], R(c), c.most_common(1)[0][0] is a)
m, n = {}, {}
v = []
m['k'] = v
x = ChainMap(n, m)
print(R(m), R(n), R(v), x['k'] is v, R(v))
y = x.new_child()
print(R(m), R(n), R(x), R(y.maps))
P = namedtuple('P', 'x y')
p = P(v, v)
print(R(v), R(p), R(p.x), R(p._replace(x=m)), R(m))
q, r = p
print(R(v), R(p._asdict()['x']), R(v))
