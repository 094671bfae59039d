# cells and locals
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
def f():
    x = C('cell'); y = C('plain')
    def g(): return x
    z = C('z')
f()
print()
