# x = C(1); x = C(2)
class C:
    def __init__(s, n): print('+%d' % n, end=' '); s.n = n
    def __del__(s): print('-%d' % s.n, end=' ')
x = C(1)
x = C(2)
x = None
C(3)
_ = C(4)
def f(): return C(5)
f()
y = [C(6), C(7)]
y[0] = C(8)
y.pop()
y += [C(9)]
y = 0
print()
