# parent dies: parent's __del__ before children's
class C:
    def __init__(s, n, *k): s.n = n; s.k = k
    def __del__(s): print(s.n, end=' ')
r = C('root', C('l', C('ll')), C('r'))
del r
print()
