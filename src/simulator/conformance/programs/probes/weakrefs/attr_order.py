# death order of an instance's attributes
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
class H: pass
class S: __slots__ = ('b', 'a')
h = H(); h.x = C('x'); h.y = C('y'); h.a = C('a')
del h
s = S(); s.a = C('sa'); s.b = C('sb')
del s
h = H(); h.x = C('x'); h.y = C('y'); h.__dict__
del h
print()
