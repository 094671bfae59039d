# def f(**kw)
import sys
def f(**kw): return sys.getrefcount(kw['x']), sys.getrefcount(kw)
a = []
print(f(x=a), f(x=[]))
