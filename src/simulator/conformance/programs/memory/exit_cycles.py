# Cycles, garbage, default arguments and classes at exit; the collector is switched off.
import gc
class N:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
gc.disable()
a = N('cyc1')
a.me = a
del a
b = N('cyc2')
b.me = b
gc.garbage.append(N('garbage'))
def f(x=N('default')):
    pass
f.attr = N('fattr')
class Meta(type):
    def __del__(cls):
        print('class dies', cls.__name__)
class K(metaclass=Meta):
    pass
k = K()
import sys
print(sys.getrefcount(b), sys.getrefcount(f), sys.getrefcount(f.attr), sys.getrefcount(k), sys.getrefcount(gc.garbage[0]))
print('end')
