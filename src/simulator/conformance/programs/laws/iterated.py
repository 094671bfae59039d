# What natives walk over is held by them while its code runs.
import sys

def rows(n):
    for i in range(n):
        yield [i]

dict((n, [n]) for n in 'ab')
print(','.join(str(n) for n in [1, 2]))
print([*rows(2)], (*rows(2),), {*(n for n in 'a')})
a, b = rows(2)
c, *d = rows(3)
print(a, b, c, d, sys.getrefcount(d))
print(*rows(2))
print(2 in (n for n in [1, 2]))
print(min(n for n in [2, 1]), max(rows(2), key=lambda row: [row]))
print(any(n for n in [0, []]), all(rows(2)), len(sum(rows(2), [])))
print(sorted(rows(2), key=lambda row: [row]))
