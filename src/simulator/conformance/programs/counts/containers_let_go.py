import sys
R = sys.getrefcount
class V:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
L = [V(1), V(2), V(3)]
L[1] = None; print('-')
del L[0]; print('-')
L.append(V(4)); L.pop(); print('-')
d = {1: V('d1'), 2: V('d2')}
d[1] = V('d3'); print('-')
del d[2]; print('-')
d.pop(1); print('-')
t = (V('t1'), V('t2')); del t; print('-')
s = {V('s')}; s.clear(); print('-')
x = V('x'); x = V('y'); print('-')
a, b = V('a'), V('b'); a, b = b, a; del a; print('-')
