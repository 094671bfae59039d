# dict del, overwrite, clear
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
d = {}
d['a'] = C('1'); d['b'] = C('2'); d['a'] = C('3')
d.pop('b')
d['z'] = C('4')
d.clear()
print()
