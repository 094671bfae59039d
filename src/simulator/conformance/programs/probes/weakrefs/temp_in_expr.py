# temporaries in expressions
class C:
    def __init__(s, n): s.n = n; s.v = n
    def __del__(s): print('d%d' % s.n, end=' ')
x = C(1).v + C(2).v
print('x', x, end=' ')
[C(3), C(4)]
print('list', end=' ')
y = [C(5).v, C(6).v]
z = C(7) and 1
w = (C(8), 9)[1]
print('end')
