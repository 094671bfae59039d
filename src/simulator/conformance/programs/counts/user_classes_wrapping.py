# UserDict, UserList and UserString as base classes: what goes through the overridden methods, and what is held.
import copy
import sys
from collections import UserDict, UserList, UserString
R = sys.getrefcount
class D(UserDict):
    def __setitem__(self, k, v):
        seen.append((R(self), R(v)))
        super().__setitem__(k, v)
    def __getitem__(self, k):
        seen.append(('get', R(self)))
        return super().__getitem__(k)
class L(UserList):
    def append(self, x):
        seen.append((R(self), R(x)))
        super().append(x)
    def __add__(self, other):
        return R(self), R(other), len(super().__add__(other))
class S(UserString):
    def upper(self):
        return R(self), R(self.data), super().upper()
def told(*what):
    print(*what, seen, R(v), R(w))
    seen.clear()
seen, v, w = [], [], ''.join(['te', 'xt'])
d = D({'k': v}, m=v)
told(R(d), R(d.data), len(d))
told(d.pop('k') is v, d.setdefault('k', v) is v, d.setdefault('k', w) is v, 'k' in d, d.popitem()[1] is v, len(d))
d.update({'x': v}, y=v)
told(sorted(d), list(d.values()) == [v] * len(d), d == {k: v for k in d}, R(d))
e = d | {'z': v}
told(type(e).__name__, len(e), R(e), R({'q': v} | d), R(copy.copy(d)), R(d.copy().data))
d |= {'own': v}
told(len(d), R(d))
l = L([v, w])
l.append(v)
told(R(l), R(l.data), l[0] is v, R(l[:2]), type(l[:2]).__name__, l + [v], R(l * 2), l.index(w), l.count(v), w in l)
l.extend([v]), l.insert(0, w), l.remove(w), l.reverse()
l += [w]
l[0:1] = [v, v]
del l[0]
told(len(l), l.pop() is w, R(copy.copy(l)), R(sorted(l, key=id)), l == list(l), l > [], R(l.copy()))
s = S(w)
told(R(s), s.upper(), R(s.data), R(s + w), R(w + s), R(s * 2), s == w, hash(s) == hash(w), w in s, len(s), R(s[:]), s.find('x'))
told(R(s.replace('q', 'r')), R(s.strip()), s.split('x'), R(s.join([w])), s.startswith('te'), R(str(s)), int(S('12')), float(S('1.5')), S('%s') % w, s < 'z')
