# What sys, builtins, generators and callbacks hold when the program ends.
import sys
class N:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
a = N('a')
a.me = a
b = N('b')
class Holder:
    attr = N('class attr')
sys.extra = N('in sys')
import builtins
builtins.extra = N('in builtins')
import weakref
r = weakref.ref(b, lambda w: print('cb', w()))
r2 = weakref.ref(a, lambda w: print('cb a', w()))
fin = weakref.finalize(b, print, 'finalize b')
def g():
    x = N('gen local')
    yield 1
gen = g()
next(gen)
lst = [N('l0'), N('l1')]
d = {'k': N('v')}
print(sys.getrefcount(a), sys.getrefcount(b), sys.getrefcount(Holder.attr), sys.getrefcount(sys.extra))
print(sys.getrefcount(gen), sys.getrefcount(fin), sys.getrefcount(r), sys.getrefcount(lst[0]), sys.getrefcount(d['k']))
print('end')
