# f(*[a]) and f(*(a,)) and f(*t)
import sys
def f(x): return sys.getrefcount(x)
a = []
t = (a,)
print(f(*[a]), f(*(a,)), f(*t))
