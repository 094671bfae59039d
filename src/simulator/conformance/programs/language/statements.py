# assert, del, walrus, chained things, loops with else, unpacking.
try:
    assert 1 == 2, 'message'
except AssertionError as error:
    print(repr(error))
try:
    assert not [1]
except AssertionError as error:
    print(repr(error), error.args)
assert True, 1 / 0


class Watch:
    def __setattr__(self, name, value):
        print('set', name, value)

    def __delattr__(self, name):
        print('del', name)

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)


w = Watch()
w.a = w[1] = w[1:2] = w[..., None] = 'v'
del w.a, w[1], (w[1:2], [w[2]])
items = list(range(6))
del items[0], items[::2]
print(items)
a = b = c = 3
del a, (b, c)
try:
    a
except NameError as error:
    print(error)


def scope():
    value = 1
    del value
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(scope())
if (n := len(items)) > 1:
    print('walrus', n)
print([y := 1, y ** 2, (y := y + 1)], y)
print([last := k for k in range(3)], last)
print(1 < 2 < 3 > 2 != 4, 1 < 3 < 2, not 1 < 2 < 3)
for i in range(3):
    if i == 5:
        break
else:
    print('no break')
while i:
    i -= 1
    if i == 1:
        continue
else:
    print('while else')
first, *middle, last = 'abcde'
print(first, middle, last)
(p, q), [r, *s] = (1, 2), [3, 4, 5]
print(p, q, r, s)
for k, (l, *m) in [(1, (2, 3, 4)), (5, 'six')]:
    print(k, l, m)
x, y = 1, 2
x, y = y, x
print(x, y)
for bad in ((1,), (1, 2, 3), 5, [1, [2]]):
    try:
        u, v = bad
        print(u, v)
    except (TypeError, ValueError) as error:
        print(error)
try:
    u, *v, t = [1]
except ValueError as error:
    print(error)
i = 5
i += 1; i -= 2; i *= 3; i //= 2; i **= 2; i %= 7; i <<= 3; i >>= 1; i |= 1; i &= 6; i ^= 3
print(i)
matrix = [[1, 2], [3, 4]]
matrix[0][1] += 10
print(matrix, [*matrix[0], *matrix[1]], {**{'a': 1}, 'b': 2}, {*'aa'}, (*'ab',))
print('yes' if matrix else 'no', [] or 'empty', 0 and 1, None or 0 or 'x')
print({k: v for k, v in zip('ab', (1, 2))}, {c for c in 'aab'}, [[j for j in range(i)] for i in range(3)])
pass
...
def annotated(a: int, b: 'str' = 'x', *args: list, **kw: dict) -> None: ...
print(annotated.__annotations__)
value: int = 3
undefined: str
print(value, 'undefined' in globals())
global_name = 1


# del, unpacking and loops, counted.
import sys

R = sys.getrefcount


class Thing:
    pass


a, b = Thing(), Thing()
x = y = z = a
print(R(a), R(b))
x, (y, *z) = b, (a, b, b)
print(R(a), R(b), R(z))
del x, z[0]
print(R(a), R(b))
try:
    x, y = [a, b, b]
except ValueError as error:
    print(error, R(a), R(b), R(error))
try:
    assert a is b, a
except AssertionError as error:
    print(R(error), R(a), R(error.args))
print(R(a), R(b))
while (n := a) is not b:
    print(R(n), R(a))
    break
else:
    print('not printed')
for n, (m, *o) in [(a, [b]), (b, (a, a))]:
    print(R(n), R(m), R(o), R(a), R(b))
d = {'k': [a], 'l': b}
d['k'] += [d['l']]
d['m'] = d['n'] = d.pop('l')
print(R(a), R(b), R(d['k']))
del d['m'], d['k'][0], (n, m), y
print(R(a), R(b), R(d))
a = b = Thing()
print(R(a), R(b), R(d['n']), R(o))
