# How much room a list has that was made from what does not say how long it is.
import sys

R = sys.getrefcount

def numbers(n):
    for i in range(n):
        yield i

for n in (0, 1, 4, 5, 8, 9, 20):
    v = []
    v.extend(numbers(n))
    w = list(map(abs, range(n)))
    print(n, sys.getsizeof(list(numbers(n))), sys.getsizeof([*numbers(n)]), sys.getsizeof(v), sys.getsizeof(w))
    print(sys.getsizeof(list(zip(v))), sys.getsizeof(list(filter(None, w))), R(v), R(w))
