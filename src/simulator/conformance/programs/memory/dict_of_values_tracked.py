# Whether an instance's dict is watched after a store to the instance.
import gc
class A: pass
a=A(); d=a.__dict__
print(gc.is_tracked(d))
a.x=1
print(gc.is_tracked(d))
a.x=[]
print(gc.is_tracked(d))
a=A(); d=a.__dict__
a.y=[]
print(gc.is_tracked(d))
d['y']=d
print(gc.is_tracked(d))
class B: pass
b=B(); b.x=1; d=b.__dict__
def f(b): b.x=[]
for i in range(30): f(b)
print(gc.is_tracked(d))
b=B(); d=b.__dict__
for i in range(40): setattr(b,'k%d'%i,[])
print(gc.is_tracked(d))
import sys
print(sys.getrefcount(d), sys.getrefcount(b), sys.getrefcount(B), sys.getrefcount(b.k3))
