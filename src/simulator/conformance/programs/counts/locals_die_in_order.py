import sys
R = sys.getrefcount
class V:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f():
    a = V('a'); b = V('b'); c = V('c')
    print('in f')
f()
def g(a, b):
    c = V('c2')
    a = None
    print('in g')
g(V('x'), V('y'))
print('end')
