import ctypes
import sys
import tracemalloc

tracemalloc.start()  #: start
buffer = ctypes.create_string_buffer(100_000)  #: make
other = buffer  #: alias
print(ctypes.sizeof(buffer), sys.getsizeof(buffer))  #: size
# expect[-3.11]: 100000 136
# expect[3.12-]: 100000 128
del buffer  #: forget
print(tracemalloc.get_traced_memory()[0] > 100_000)  #: still-there  # expect: True
del other  #: let-go
print(tracemalloc.get_traced_memory()[0] > 100_000)  #: gone  # expect: False
