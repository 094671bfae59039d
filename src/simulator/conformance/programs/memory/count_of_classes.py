# How many tracked objects functions, classes, slots and containers take.
import gc
gc.collect()
import gc
c=gc.get_count
x0=c()
def f(a,b=1): return a
x1=c()
class A: pass
x2=c()
class B(A):
    z=1
    def __init__(self, q): self.q=q
    def m(self): return self
    def __del__(self, gc=gc): pass
x3=c()
class S:
    __slots__=('a','b','__weakref__')
    def t(self): pass
x4=c()
class T(S): __slots__=()
x5=c()
l=[]
x6=c()
d={}
x7=c()
d['a']=l
x8=c()
a=A()
x9=c()
b=B(a)
y0=c()
g=lambda:0
y1=c()
h=(i for i in ())
y2=c()
e=ValueError()
y3=c()
def fam(it):
    class L(A):
        held=it
        def seen(self): return L, it
    return L
K=fam(None)
y4=c()
V=type("V",(B,),{})
y5=c()
print([v[0]-x0[0] for v in (x1,x2,x3,x4,x5,x6,x7,x8,x9,y0,y1,y2,y3,y4,y5)])
