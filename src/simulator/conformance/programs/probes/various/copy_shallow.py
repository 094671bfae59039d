# list/dict/set/instance shallow copy identity
import copy
class C:
    def __init__(s): s.l = [1]; s.n = 5
x = [[1], (2,), 'a', {3: [4]}]
y = copy.copy(x); z = x[:]; w = list(x); v = x.copy()
print(y == x, y is x, all(a is b for a, b in zip(x, y)), z[0] is x[0], w[3] is x[3], v[0] is x[0], end=' ')
c = C(); d = copy.copy(c)
print(d is c, d.l is c.l, d.__dict__ is c.__dict__, end=' ')
t = (1, [2]); print(copy.copy(t) is t, copy.copy('a b') == 'a b', copy.copy(5) is 5, copy.copy(None), copy.copy(C) is C, copy.copy(len) is len)
