# UserDict, UserList and ChainMap keep an ordinary one inside.
from collections import ChainMap, Counter, UserDict, UserList, UserString
import sys

R = sys.getrefcount
v, w = [], []
u = UserDict(a=v)
print(R(v), R(u), R(u.data), u['a'] is v, R(v))
u['b'] = w
copy = u.copy()
print(R(w), R(copy), copy.data is u.data, R(v), u | {'c': w} == {'a': v, 'b': w, 'c': w}, R(w))
print([R(x) for x in u.values()], u.pop('a') is v, R(v), u.get('z', w) is w, R(w))
l = UserList([v, w])
print(R(v), R(l), R(l.data), l[0] is v, R(l[:1]), R(v), R(l + [w]), R(w))
l.append(l)
l.extend([v])
print(R(v), R(l), l.pop() is v, l.pop() is l, R(l), l.index(w), R(w))
c = ChainMap({'k': v}, {'k': w, 'l': w})
print(R(v), R(w), c['k'] is v, R(c.maps), R(c.new_child()), c.parents['k'] is w, R(v), R(w))
c['l'] = v
del c['k']
print(R(v), R(w), c['k'] is w, [R(x) for x in c.values()])
n = Counter([1, 2, 1])
n[3] = v
print(R(v), n.pop(3) is v, R(v), R(n + n), R(n.most_common()), R(list(n.elements())), R(n))
for wrong in (lambda: u['none'], lambda: l[9], lambda: c['none'], lambda: c.pop('none'), lambda: l.remove(u)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, R(error), R(v), R(w))
text = ''.join(['use', 'r'])
t = UserString(text)
print(R(text), R(t), t.data is text, R(t.upper()), R(t + t), R(text))
del u, copy, l, c, t
print(R(v), R(w), R(text))
