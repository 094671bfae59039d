# Managers whose __enter__ or __exit__ raises, swallows or returns.
import sys

R = sys.getrefcount

class CM:
    def __init__(self, how): self.how = how
    def __enter__(self):
        if self.how == 'enter': raise KeyError(R(self))
        return self
    def __exit__(self, kind, value, tb):
        print(R(self), R(value) if value else None, R(tb) if tb else None)
        if self.how == 'exit': raise IndexError(R(self))
        return self.how == 'swallow'
v = []
def run(how):
    cm = CM(how)
    try:
        with cm as c, CM('swallow' if how == 'two' else ''):
            print(R(cm), R(c))
            if how == 'return': return R(cm)
            raise ValueError(v)
    except Exception as e:
        print(type(e).__name__, R(cm), R(e), R(e.__context__) if e.__context__ else None)
    return R(cm)
for how in ('', 'enter', 'exit', 'swallow', 'two', 'return', 'exit'):
    print(how, run(how), R(v))
for i in range(2):
    for j in range(2):
        with CM('') as c:
            if j: continue
            if i: break
print(R(c))
