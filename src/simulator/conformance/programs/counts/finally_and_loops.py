# break, continue and return through finally, second executions included.
import sys

R = sys.getrefcount

def f(l, how):
    for x in l:
        try:
            if how == 'break': break
            if how == 'continue': continue
            if how == 'return': return x
            if how == 'raise': raise ValueError(x)
        finally:
            print(how, R(x), R(l))
    else:
        return R(l)
    return R(l), R(x)
v = []
for i in range(2):
    for how in ('break', 'continue', 'return', ''):
        r = f([v, v], how)
        print(R(v), R(r) if r is v else r)
        r = None
    try:
        f([v], 'raise')
    except ValueError as e:
        print(R(e), R(e.args[0]))
    print(R(v))
def g():
    try:
        return [v]
    finally:
        print(R(v))
        while True:
            break
print(R(g()), R(v))
