# with holds the bound __exit__ until the end.
import sys

R = sys.getrefcount

class C:
    def __enter__(self):
        print('enter', R(self))
        return v
    def __exit__(self, kind, error, trace):
        print('exit', R(self), error is None or (R(error), R(trace)))
        return True
c, v = C(), []
for i in range(2):
    with c as w:
        print(R(c), R(w))
    with c, C() as w:
        print(R(c), R(v))
        raise ValueError(v)
    print(R(c), R(v))
    with C():
        print(R(v))
def f():
    with c as w:
        return R(c), R(w)
print(f(), f(), R(c), R(v))
