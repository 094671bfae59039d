# peak
import tracemalloc
tracemalloc.start()
x = bytes(10**6)
del x
cur, peak = tracemalloc.get_traced_memory()
tracemalloc.reset_peak()
c2, p2 = tracemalloc.get_traced_memory()
print(cur < 5000, peak >= 10**6, p2 < 5000)
