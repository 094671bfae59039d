# objects allocated before start() are not counted
import tracemalloc
b = bytes(100000)
tracemalloc.start()
a = tracemalloc.get_traced_memory()[0]
del b
print(a < 5000, tracemalloc.get_traced_memory()[0] < 5000)
