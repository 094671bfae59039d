# What the hook is given is a tuple with names, not watched by the collector; what is held while it runs.
import sys,gc
class N:
    def __del__(self): raise ValueError(1)
def hook(u):
    print(gc.is_tracked(u), sys.getrefcount(hook), sys.getrefcount(u))
sys.unraisablehook=hook
print(sys.getrefcount(hook))
N()
sys.unraisablehook=lambda u: print(gc.is_tracked(u), sys.getrefcount(u))
N()
k=[]
sys.unraisablehook=k.append
N()
u=k.pop()
print(gc.is_tracked(u), sys.getrefcount(u), sys.getsizeof(u), sys.getsizeof(tuple(u)))
print([type(x).__name__ for x in gc.get_referents(u)])
t=type(u)(u)
print(gc.is_tracked(t), t==u, sys.getsizeof(t), hash(type(u)((1,2,3,4,5)))==hash((1,2,3,4,5)))
print(type(type(u).exc_type), type(u).__new__ is tuple.__new__, u.__reduce__()[0] is type(u))
