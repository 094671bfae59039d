# death order of list/tuple/dict/set-free containers
class C:
    def __init__(s, n): s.n = n
    def __del__(s): print(s.n, end=' ')
l = [C('l0'), C('l1'), C('l2')]
del l
t = (C('t0'), C('t1'), C('t2'))
del t
d = {'a': C('d0'), 'b': C('d1')}
del d
l = [C('c0'), C('c1')]
l.clear()
l = [C('s0'), C('s1'), C('s2')]
del l[0:2]
l[:] = []
print()
