# A traceback holds the frames it went through, and they their variables.
import sys

R = sys.getrefcount

def inner(x):
    y = [x]
    raise ValueError('inner')
def outer(x):
    inner(x)
v = []
try:
    outer(v)
except ValueError as error:
    t = error.__traceback__
    print(R(v), R(t), R(t.tb_next), R(t.tb_next.tb_next), R(error))
    kept = error
print(R(v), R(t), R(kept))
t.tb_next.tb_next.tb_frame.clear()
print(R(v))
t.tb_next.tb_frame.clear()
print(R(v))
t.tb_next = None
print(R(v), R(t))
kept.__traceback__ = None
print(R(t), R(kept))
