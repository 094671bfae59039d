# gc.disable(): cycles accumulate
import gc
class C: pass
gc.collect(); gc.disable()
for i in range(1000):
    a = C(); a.me = a
del a
print(gc.collect())
