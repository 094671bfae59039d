# What compiling warns of: on stderr, before the program runs.
a = 5
print(a is 5, a is not 'x', 1 is a, a is None, a is True, (1, 2) is a)
print(a is (), 3 < a is 4)
if a is 5 is 6:
    pass
try:
    [1, 2]('a')
except TypeError as e:
    print(e)
try:
    {1}[0]
except TypeError as e:
    print(e)
try:
    [(1, 2) (3, 4)]
except TypeError as e:
    print(e)
try:
    [[1] ['a']]
except TypeError as e:
    print(e)
try:
    'abc'['d']
except TypeError as e:
    print(e)
try:
    f'{a}'()
except TypeError as e:
    print(e)
try:
    None[0]
except TypeError as e:
    print(e)
assert (a, 'never')
d = '\d \400'
b = b'\400 \q'
c = f'x\d{a}\q'
d = ('one\q'
  'two\z')
e = """
\d
 \w """
def f():
    for i in range(2):
        try:
            1 / 0
        finally:
            a is 7
            continue
    try:
        return 1
    finally:
        def g():
            return 3
        for i in (1, 2):
            break
        return 2
print(f())
exec('a is 8')
print(a is 9) if a is 10 else 1
x = lambda: a is 11
print([i for i in range(3) if i is 12])
class C:
    y = a is 13

b = a
print(a is -1)
print(a is (1, -1))
print(a is (b, 1))
print(a is ((1,), 2))
print(a is 1 + 2)
print(a is ('x' 'y', 'z'))
print(a is f'x')
print(a is [1], a is {})
print(a is b'x' is not 1j)
print(a is -b)
import sys

R = sys.getrefcount


class Same:
    pass


s, t = Same(), Same()
print(R(s), s is t, (s, t) is s, R(s), R(t))
print([s, t] is t, {s: t} is 5, R(s), R(t), s is not f'{R(s)}')
