# globals in a cycle at exit
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = C('a'); b = C('b'); a.o = b; b.o = a
c = C('c')
print('end')
