# arguments die after the call
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f(x): print('in f')
f(C(1))
def g(x):
    x = None
    print('in g')
g(C(2))
