# exit order of a rebound global
class N:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
first = N('f'); second = N('s'); third = N('t')
first = N('f2')
