# recursive closure
import gc
def mk():
    def fact(n): return 1 if n == 0 else n * fact(n - 1)
    return fact
gc.collect()
f = mk(); f(3)
del f
print(gc.collect())
