# A subclass of a built-in type holds what the built-in holds, and its own.
import sys

R = sys.getrefcount

class L(list):
    pass
class D(dict):
    pass
class T(tuple):
    pass
class S(set):
    pass
a, k = [], 'key'
l, d, t, s = L([a]), D(k=a), T((a,)), S([1])
print(R(a), R(l), R(d), R(t), R(s))
l.x = d.x = t.x = s.x = a
print(R(a), R(l.__dict__), R(t.x))
print(R(l[:]), R(l + [a]), R(list(l)), R(T(t)), T(t) is t, tuple(t) is t, R(a))
m = L(l)
print(R(a), R(m), R(l.copy()), R(d.copy()), R(s.copy()), R(a))
l.append(l); d['d'] = d
print(R(l), R(d))
del l[1], d['d'], m
print(R(l), R(d), R(a))
