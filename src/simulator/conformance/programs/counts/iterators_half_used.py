# What an iterator holds before, while and after it is used.
import sys

R = sys.getrefcount

v = []
for make in (list, tuple, lambda x: dict.fromkeys(range(3), v), lambda x: iter([v, v, v])):
    s = make([v, v, v])
    it = iter(s)
    print(type(it).__name__, R(s), R(it), R(v), end=' ')
    next(it)
    print(R(s), R(v), end=' ')
    print(sum(1 for _ in it), R(s), R(v), end=' ')
    print(next(it, None), R(it))
    del it
    print(R(s))
it = iter([v, v])
a = next(it)
for b in it:
    print(R(v), R(b))
print(R(v), next(it, 0))
it = reversed([v, []])
print(R(next(it)), R(v), R(it))
