# __copy__, __deepcopy__(memo), __reduce_ex__, __getstate__
import copy
class A:
    def __init__(s, v): s.v = v
    def __copy__(s): print('copy', end=' '); return A(s.v)
    def __deepcopy__(s, memo): print('deep', len(memo), id(s) in memo, end=' '); r = A(0); memo[id(s)] = r; r.v = copy.deepcopy(s.v, memo); return r
a = A([1])
b = copy.copy(a); c = copy.deepcopy(a); d = copy.deepcopy([a, a])
print(b.v is a.v, c.v is a.v, d[0] is d[1])
