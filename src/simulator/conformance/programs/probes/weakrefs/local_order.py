# locals at function exit; args
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
def f(p):
    b = C('b'); a = C('a')
    del p
    c = C('c')
f(C('arg'))
def g(p, q):
    z = C('z'); y = C('y')
    return None
g(C('p'), C('q'))
print()
