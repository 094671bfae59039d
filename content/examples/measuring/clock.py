import timeit

start = timeit.default_timer()  #: start
total = sum(n * n for n in range(100))  #: work
took = timeit.default_timer() - start  #: took
print(total)  #: total  # expect: 328350
print(type(took).__name__, took > 0)  #: positive  # expect: float True
