# deepcopy memo: shared stays shared, cycles kept, atomics identical
import copy
a = [1]
x = [a, a, (a,), {'k': a}]
y = copy.deepcopy(x)
print(y == x, y[0] is a, y[0] is y[1], y[2][0] is y[0], y[3]['k'] is y[0], end=' ')
l = []; l.append(l); m = copy.deepcopy(l)
print(m is l, m[0] is m, len(m), end=' ')
t = (1, 'a', (2, None)); print(copy.deepcopy(t) is t, copy.deepcopy((1, [])) is not None, end=' ')
f = lambda: 0
print(copy.deepcopy(f) is f, copy.deepcopy(int) is int)
