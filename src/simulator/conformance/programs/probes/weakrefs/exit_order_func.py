# globals referenced by functions at exit
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def f(): return a
a = C('a')
b = C('b')
x = [C('x0'), C('x1')]
print('end')
