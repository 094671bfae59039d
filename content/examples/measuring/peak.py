import tracemalloc

old = [bytes(10000) for n in range(10)]  #: before
tracemalloc.start()  #: start
new = [bytes(10000) for n in range(20)]  #: make
print(tracemalloc.get_traced_memory()[0] // 10000)  #: held  # expect: 20
del old, new  #: forget
now, peak = tracemalloc.get_traced_memory()  #: ask
print(now // 10000, peak // 10000)  #: after  # expect: 0 20
