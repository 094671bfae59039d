# What a list of ten thousand ints takes, to the byte.
import tracemalloc

tracemalloc.start()
numbers = [i for i in range(10000)]
current, peak = tracemalloc.get_traced_memory()
print(current, peak)
print(f"current {current / 1024:.1f} KB, peak {peak / 1024:.1f} KB")
tracemalloc.stop()
import sys

print(sys.getrefcount(numbers), sys.getrefcount(numbers[-1]), sys.getrefcount(current))
kept = numbers[9000:]
print(sys.getrefcount(numbers[-1]), sys.getrefcount(kept))
del numbers
print(sys.getrefcount(kept[0]), sys.getrefcount(kept))
