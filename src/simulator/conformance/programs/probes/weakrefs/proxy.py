# proxy basics and ReferenceError text
import weakref
class C:
    x = 5
    def m(self): return 'm'
    def __len__(self): return 3
    def __str__(self): return 'C!'
o = C(); p = weakref.proxy(o)
print(p.x, p.m(), len(p), str(p), type(p).__name__, isinstance(p, C), p.__class__ is C)
p.y = 9; print(o.y, end=' ')
try: hash(p)
except TypeError as e: print(e)
del o
try: p.x
except ReferenceError as e: print(type(e).__name__, e)
try: print(bool(p))
except ReferenceError as e: print('bool', e)
