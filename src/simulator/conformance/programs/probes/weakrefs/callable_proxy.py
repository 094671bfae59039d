# proxy of a callable
import weakref
def f(a): return a + 1
p = weakref.proxy(f)
print(type(p).__name__, p(1))
class C:
    def __call__(self): return 'called'
c = C(); q = weakref.proxy(c); print(type(q).__name__, q())
