# A module's names are entries of a dict.
import sys

R = sys.getrefcount

v = []
def put(p):
    global kept
    kept = p
    print(R(p), R(kept))
put(v)
print(R(v), R(globals()['kept']))
globals()['other'] = v
print(R(v), other is v)
exec('third = v; print(R(third))')
print(R(v), eval('R(v)'), eval('[v, R(v)][1]'))
names = {'x': v, 'R': R}
exec('y = x; print(R(x))', names)
print(R(v), R(names['y']))
del kept, other, third, names
print(R(v))
def locals_of(p):
    q = p
    seen = locals()
    print(R(p), R(seen))
    return seen
d = locals_of(v)
print(R(v), R(d))
