# What each method of a list takes and gives back.
import sys

R = sys.getrefcount

a = []
v = [a]
v.append(a); print(R(a))
v.extend((a, a)); print(R(a))
v.insert(0, a); print(R(a), len(v))
print(v.pop() is a, R(a), R(v.pop(0)))
v.remove(a); print(R(a))
print(v.index(a), v.count(a), R(a))
w = v.copy(); print(R(a))
w += v; print(R(a))
w *= 2; print(R(a))
w[1:3] = []; print(R(a))
w[::2] = [v] * len(w[::2]); print(R(a), R(v))
del w[0], v[:]; print(R(a), R(v))
w.clear(); print(R(a), R(v))
