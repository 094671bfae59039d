# functions present: order
class N:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
def f(): pass
z = N('z'); a = N('a'); m = N('m')
