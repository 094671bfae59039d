# for v in gen(x): specialised FOR_ITER_GEN
import sys
def g(x):
    for i in range(2): yield sys.getrefcount(x)
def f(x): return [v for v in g(x)]
c = []
print([f(c) for _ in range(12)][::11])
