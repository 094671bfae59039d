# WeakValueDictionary
import weakref, gc
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'C%d' % self.n
d = weakref.WeakValueDictionary()
a = C(1); b = C(2)
d['a'] = a; d['b'] = b
print(len(d), sorted(d), d['a'], 'a' in d, sorted(d.items(), key=str), end=' ')
del a
print(len(d), 'a' in d, d.get('a'), list(d.valuerefs())[0]() is b, end=' ')
try: d['a']
except KeyError as e: print('KeyError', e)
try: d['z'] = 5
except TypeError as e: print(e)
