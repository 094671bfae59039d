# A slot holds its value as a dict would.
import sys

R = sys.getrefcount

class S:
    __slots__ = ('x', 'y')
s, v = S(), []
s.x = v; print(R(v), R(s.x))
s.y = v; print(R(v))
s.x = s; print(R(v), R(s), R(s.x))
del s.x; print(R(s))
m = S.__dict__['y']
print(R(m), m.__get__(s) is v, R(m), R(v))
t = S(); t.y = s.y
print(R(v), R(S.y) - R(m))
del s, t
print(R(v))
