# f(x) , kw call, default
import sys
def k(x, y=1): return sys.getrefcount(x)
def f(x): return k(x), k(x=x), k(x, 2), k(*(x,)), k(**{'x': x})
c = []
print([f(c) for _ in range(12)][::11])
