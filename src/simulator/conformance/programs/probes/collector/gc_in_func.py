# cycle through locals in a function; collect inside
import gc
class C: pass
gc.collect()
def f():
    a = C(); b = C(); a.o = b; b.o = a
    n1 = gc.collect()
    del a, b
    return n1, gc.collect()
print(f())
