# break out of a for loop
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('d%d' % s.n, end=' ')
for x in [C(1), C(2), C(3)]:
    break
print('after')
