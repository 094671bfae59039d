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
f()
