# sys.unraisablehook: what it is told, by whom, and what happens where there is none or it fails.
import sys
class N:
    def __init__(self,n): self.n=n
    def __del__(self):
        raise ValueError(self.n)
print(sys.unraisablehook, sys.__unraisablehook__, sys.unraisablehook is sys.__unraisablehook__)
def hook(u):
    print(type(u), type(u).__name__, type(u).__module__)
    print(u.exc_type, repr(u.exc_value), type(u.exc_traceback), u.err_msg, type(u.object))
    print(len(u), u[0], type(u).n_fields, type(u).n_sequence_fields, type(u).n_unnamed_fields, type(u).__match_args__ if hasattr(type(u),'__match_args__') else None)
    print(isinstance(u, tuple), type(u).__mro__, type(u).__doc__)
    print(sys.getrefcount(u), sys.getrefcount(u.exc_value), sys.getrefcount(u.exc_traceback))
    print(u.exc_traceback.tb_lineno, u.exc_traceback.tb_frame.f_code.co_name, u.exc_traceback.tb_next)
    print(repr(u)[:80])
    try: u.exc_type = 1
    except Exception as e: print(type(e), e)
    try: u.foo
    except Exception as e: print(type(e), e)
sys.unraisablehook=hook
N(1)
sys.unraisablehook=sys.__unraisablehook__
N(2)
def bad(u): raise KeyError('in hook')
sys.unraisablehook=bad
N(3)
sys.unraisablehook=None
N(4)
sys.unraisablehook=5
N(5)
del sys.unraisablehook
N(6)
sys.unraisablehook=sys.__unraisablehook__
class X: pass
try: sys.unraisablehook(1)
except Exception as e: print(type(e), e)
try: sys.unraisablehook()
except Exception as e: print(type(e), e)
keep=[]
sys.unraisablehook=keep.append
N(7)
print(len(keep), keep[0].exc_value, keep[0].err_msg, keep[0].object.__name__ if keep[0].object else None)
sys.__unraisablehook__(keep[0])
T=type(keep[0])
a=T((ValueError, ValueError('x'), None, 'my message', 12))
sys.__unraisablehook__(a)
a=T((ValueError, None, None, None, None))
sys.__unraisablehook__(a)
a=T((ValueError, None, None, None, 'obj'))
sys.__unraisablehook__(a)
print(a)
try: T((1,2))
except Exception as e: print(type(e), e)
try: T(1)
except Exception as e: print(type(e), e)
import _weakref
def cb(r): raise RuntimeError('cb')
class C: pass
c=C(); r=_weakref.ref(c,cb)
del c
print(keep[1].err_msg, keep[1].object is cb, repr(keep[1].exc_value))
def g():
    try: yield
    finally: raise OSError('g')
y=g(); next(y); del y
print(keep[2].err_msg, keep[2].object, repr(keep[2].exc_value), keep[2].exc_value.__context__)
