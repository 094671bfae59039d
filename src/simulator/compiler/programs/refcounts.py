import sys
import gc
import weakref

a = []
b = a
print(sys.getrefcount(a))

def f(x):
    y = x
    print(sys.getrefcount(x), sys.getrefcount(y))
    return y

c = f(a)
del b
class C:
    def __del__(self):
        print('gone')

o = C()
o.self = o
w = weakref.ref(o)
del o
print(gc.collect(), w() is None)
d = {'a': [1, 2, 3], 'b': (1, 2)}
d['c'] = d
lst = [d, d]
print(len(lst), lst[0] is lst[1], id(a) == id(c))
