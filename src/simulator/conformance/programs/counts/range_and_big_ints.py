# A range holds its ends where they are objects of their own.
import sys

R = sys.getrefcount

n = 10 ** 20
r = range(n)
print(R(n), R(r), R(r.stop))
s = range(n, n + 3)
print(R(n), len(s), R(s[0]), s[0] is n)
it = iter(s)
print(R(n), next(it) == n, R(n), R(it))
for i in s:
    print(R(i))
print(n in r, s.index(n), s.count(n), R(n))
t = s[1:]
print(R(t), R(n), R(reversed(s)), R(n))
