# get_referents of function, list of list
import gc
def f(a=[1]): pass
print([type(r).__name__ for r in gc.get_referents(f)])
