# suspended generator holds its locals
import sys
def g(x):
    yield sys.getrefcount(x)
    yield sys.getrefcount(x)
a = []
it = g(a)
print(sys.getrefcount(a), next(it), sys.getrefcount(a), next(it), list(it), sys.getrefcount(a))
