import tracemalloc

tracemalloc.start()  #: start
numbers = [n for n in range(10000)]  #: numbers
current, peak = tracemalloc.get_traced_memory()  #: ask
print(f'{current / 1024:.1f} KB now, {peak / 1024:.1f} KB at most')  #: kilobytes
# expect[-3.13]: 388.0 KB now, 388.0 KB at most
# expect[3.14.0-3.14]: 384.5 KB now, 384.5 KB at most
# expect[3.15-]: 360.5 KB now, 360.5 KB at most
tracemalloc.stop()  #: stop
