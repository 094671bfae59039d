# getrefcount via **/list building in function
import sys
def f():
    x = []
    l = [x, sys.getrefcount(x)]
    t = (x, sys.getrefcount(x))
    d = {'a': x, 'n': sys.getrefcount(x)}
    return l[1], t[1], d['n']
print(f())
