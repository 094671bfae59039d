import sys
R = sys.getrefcount
class V:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f(): return V('r')
f(); print('-')
f().n; print('-')
[f(), f()]; print('-')
x = f() or 1; x = 2; print('-')
for v in [V(1), V(2)]: print('loop', v.n)
print('-'); del v; print('-')
[v for v in (V(3), V(4)) if v.n == 3]; print('-')
print({k: V(k) for k in 'ab'}['a'].n); print('-')
def g(x): return 1
g(V('arg')); g(x=V('kw')); g(*[V('star')]); print('-')
