# deletion during iteration
import weakref
class C: pass
objs = [C() for i in range(3)]
d = weakref.WeakValueDictionary(enumerate(objs))
n = 0
for k in d:
    if objs: objs.pop()
    n += 1
print(n, len(d))
