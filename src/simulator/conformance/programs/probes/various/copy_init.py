# copy does not call __init__; calls __reduce_ex__ -> __new__
import copy
class A:
    def __new__(cls, *a): print('new', len(a), end=' '); return super().__new__(cls)
    def __init__(s, *a): print('init', end=' ')
    def __setstate__(s, st): print('setstate', st, end=' '); s.__dict__.update(st)
a = A(1); a.x = [1]
b = copy.copy(a); c = copy.deepcopy(a)
print(b.x is a.x, c.x is a.x)
