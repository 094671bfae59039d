# yield x
import sys
def g():
    x = []
    yield x
    yield sys.getrefcount(x)
it = g()
v = next(it)
print(sys.getrefcount(v), next(it))
