# A ChainMap holds its maps, a UserDict its data, a mappingproxy what it shows.
import sys
import types
from collections import ChainMap, UserDict, UserList, UserString

R = sys.getrefcount

class Missing(dict):
    def __missing__(self, key):
        return R(self), R(key)

class Shown(UserDict):
    def __missing__(self, key):
        return R(self), R(self.data), R(key)
    def __setitem__(self, key, value):
        print('set', R(self), R(value), end='; ')
        super().__setitem__(key, value)

def told(*what):
    print(*what, R(v), R(k), R(d), R(e))

v, k = [], ''.join(['ke', 'y'])
d, e = {k: v}, {'other': v}
c = ChainMap(e, d)
told(R(c), R(c.maps), c[k] is v, R(c.new_child(d)), R(c.parents), k in c)
c['new'] = v
told(c.get('absent') is None, c.get('absent', v) is v, len(c), [R(x) > 2 for x in c])
told(R(c | {k: v}), R(c.copy()), R(c.copy().maps[1]), c.pop('new') is v, bool(c))
try:
    c['absent']
except KeyError as error:
    told(R(error), R(error.args))
try:
    del c[k]
except KeyError as error:
    told(R(error), R(error.__context__), R(error.args))
told(ChainMap(Missing())[k], ChainMap(Missing(), d)[k])
c.maps.append(c)
c.maps.clear()
told()
u = Shown({k: v}, z=v)
print()
told(R(u), u[k] is v, u['nothing'], R(u.data), R(u.copy()) )
u |= {k: u}
told(R(u), len(u))
told(u.pop(k) is u, R(u), u.setdefault(k, v) is v, u.get(k) is v)
l = UserList([v, v])
told(R(l), R(l.data), l[0] is v, R(l[:]), R(l + [v]), R(l * 2), R(l.copy()), v in l, l.index(v), l.pop() is v)
l += [l]
told(R(l), len(l), l.count(v))
s = UserString(k)
told(R(s.data), R(s), R(s + 'x'), R(s.upper()), R(str(s)), s == k)
p = types.MappingProxyType(d)
told(R(p), R(p | {k: v}), p[k] is v, R(p.copy()), R(p.keys()), p.get(k) is v)
del p, s, l, u
told()
