# deleted and re-added
class N:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
a = N('a'); b = N('b'); c = N('c')
del a
a = N('a2')
