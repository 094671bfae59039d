# is_tracing, get_traceback_limit, reset_peak, stop, get_object_traceback
import tracemalloc
print(tracemalloc.is_tracing(), end=' ')
tracemalloc.start(3)
o = object()
print(tracemalloc.get_traceback_limit(), tracemalloc.get_object_traceback(o)[0].lineno, tracemalloc.get_object_traceback(1), end=' ')
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
