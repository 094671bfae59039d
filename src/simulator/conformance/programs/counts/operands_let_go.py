class V:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
    def __add__(s, o): return 1
    def __sub__(s, o): return 1
    def __lt__(s, o): return 1
    def __eq__(s, o): return 1
    def __getitem__(s, o): return 1
    def __setitem__(s, o, v): return 1
    def __delitem__(s, o): return 1
    def __contains__(s, o): return 1
    def __iadd__(s, o): return 1
    __hash__ = None
def t():
    V('a') + V('b'); print('-add')
    V('a') - V('b'); print('-sub')
    V('a') < V('b'); print('-lt')
    V('a') == V('b'); print('-eq')
    V('a')[V('b')]; print('-get')
    V('a')[V('b')] = V('c'); print('-set')
    del V('a')[V('b')]; print('-del')
    V('a') in V('b'); print('-in')
    V('a') is V('b'); print('-is')
    V('a') and V('b'); print('-and')
    (V('a'), V('b')); print('-tuple')
    [V('a'), V('b')]; print('-list')
    {1: V('a'), 2: V('b')}; print('-dict')
    V('a').x = V('b'); print('-setattr')
    print(V('a').n, V('b').n); print('-attr')
    len([V('a'), V('b')]); print('-call')
    max(1, 2, key=lambda q, r=V('d'): 1); print('-kw')
    [1, 2, 3][V('a') < 1:]; print('-slice')
    f'{V("a").n}{V("b").n}'; print('-fstr')
    (lambda p, q: 1)(V('a'), V('b')); print('-lambda')
t(); print('====='); t()
import sys
R = sys.getrefcount
class W(V):
    def __add__(s, o): return R(s), R(o)
    def __lt__(s, o): return R(s), R(o)
    def __getitem__(s, o): return R(s), R(o)
    def __setitem__(s, o, v): print(R(s), R(o), R(v))
    def __contains__(s, o): return print(R(s), R(o))
def u(w, x):
    print(w + x, W('a') + x, w + W('b'), W('a') + W('b'))
    print(w < x, W('a') < W('b'), w[x], W('a')[W('b')])
    w[x] = W('c'); W('a')[W('b')] = w; x in w; W('a') in W('b')
    print(R(w), R(x))
w, x = W('w'), W('x')
u(w, x); u(w, x)
del w, x
