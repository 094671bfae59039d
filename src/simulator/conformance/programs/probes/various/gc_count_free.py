# count[0] after making and dropping 100 lists / instances / tuples
import gc
gc.disable()
class C: pass
def d(mk):
    gc.collect()
    x = [mk() for _ in range(100)]
    a = gc.get_count()[0]
    x = None
    return gc.get_count()[0] - a
n = int('3')
print(d(list), d(C), d(lambda: (n, [])), d(set))
