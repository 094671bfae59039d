# Arguments, notes and attributes belong to the exception.
import sys

R = sys.getrefcount

class E(Exception):
    def __init__(self, x, y):
        print(R(self), R(x), R(self.args))
        super().__init__(x)
        self.y = y
        print(R(x), R(self.args), R(y))
a, b = [], []
e = E(a, b)
print(R(e), R(a), R(b), R(e.args), R(e.args[0]))
e.args = (b,)
print(R(a), R(b))
e.add_note('text')
print(R(e.__notes__), R(e.__dict__))
try:
    raise e
except E as caught:
    print(R(e), R(caught.__traceback__))
print(R(e))
s = StopIteration(a)
print(R(a), R(s.value), R(s.args))
k = KeyError(a); o = OSError(1, 'x', a); i = ImportError('x', name=a)
print(R(a), R(o.filename), R(i.name), R(o.args))
