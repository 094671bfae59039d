# print(f(o), f(o))
import sys
class C: pass
def f(o): return sys.getrefcount(o)
o = C()
print(f(o), f(o), [f(o), f(o)], (o, f(o))[1])
