# for loop variable and iterator lifetimes
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('d%d' % s.n, end=' ')
for x in [C(1), C(2), C(3)]:
    print('b%d' % x.n, end=' ')
print('after', end=' ')
x = None
print('|', end=' ')
for y in (C(i) for i in (4, 5)):
    print('b%d' % y.n, end=' ')
del y
print('|', end=' ')
[print(z.n, end=' ') for z in [C(6), C(7)]]
print()
