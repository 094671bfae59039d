# How many tracked objects an exception and a caught one take.
import gc
def caught(it):
    try:
        raise ValueError(it)
    except ValueError as error:
        return error
gc.collect()
C=gc.get_count
a=C()
x=ValueError()
b=C()
x=None
c=C()
x=ValueError(1)
d=C()
x=None
e=C()
x=caught(1)
f=C()
x=None
g=C()
y=caught(1)
h=C()
z=caught(1)
i=C()
print([q[0] for q in (a,b,c,d,e,f,g,h,i)])
