# SystemExit leaves the frames in order.
class N:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print('del', self.n)
keep = N('keep')
def f():
    local = N('local')
    raise SystemExit(3)
import sys
held = N('held')
def g(x):
    try:
        f()
    except SystemExit as error:
        print(sys.getrefcount(error), sys.getrefcount(x), sys.getrefcount(error.__traceback__))
        raise
try:
    g(held)
except SystemExit as error:
    print(error.code, sys.getrefcount(held), sys.getrefcount(error))
print(sys.getrefcount(held))
f()
