# g.close() releases
import sys
def gen(x):
    try: yield 1
    finally: pass
x = []
g = gen(x); next(g)
print(sys.getrefcount(x), end=' ')
g.close()
print(sys.getrefcount(x))
