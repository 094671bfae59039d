# A kept exception keeps the frames it went through, and so their locals, until the end.
import sys
class N:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
def f():
    local = N('local')
    g()
def g():
    inner = N('inner')
    raise KeyError('x')
keep = N('keep')
try:
    f()
except KeyError as e:
    saved = e
print('after', sys.getrefcount(saved), sys.getrefcount(keep), sys.getrefcount(saved.__traceback__), sys.getrefcount(f))
f()
