# module globals at exit (no functions)
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
b = C('b'); a = C('a'); _u = C('_u'); _C = C
print('end')
