# A defaultdict calls what it holds.
from collections import OrderedDict, defaultdict
import sys

R = sys.getrefcount

a = []
def make():
    print('made', R(make), R(a))
    return a
d = defaultdict(make)
print(R(make), R(d))
print(d[1] is a, R(a), R(d[1]), R(d[2]))
print(R(d.default_factory), R(d.copy()), R(a))
d.default_factory = None
print(R(make), R(a))
o = OrderedDict(x=a, y=a)
print(R(a), R(o['x']))
o.move_to_end('x'); print(R(a), R(o.popitem()[1]), R(a))
o.clear(); d.clear(); print(R(a))
