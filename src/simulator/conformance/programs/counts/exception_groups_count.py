# A group holds its exceptions; a split makes groups anew.
import sys

R = sys.getrefcount

a = ValueError('a')
b = TypeError('b')
g = ExceptionGroup('g', [a, b])
print(R(a), R(b), R(g), R(g.exceptions))
m, r = g.split(ValueError)
print(R(a), R(b), R(m), R(r), R(g))
s = g.subgroup(lambda e: isinstance(e, TypeError))
print(R(b), R(s), R(s.exceptions))
try:
    raise g
except* ValueError as e:
    print(R(a), R(e), R(g))
except* TypeError as e:
    print(R(b), R(e))
print(R(a), R(b), R(g))
del m, r, s, g
print(R(a), R(b))
