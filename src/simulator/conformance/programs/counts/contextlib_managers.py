# Managers from contextlib hold their generator and what they close.
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
import sys

R = sys.getrefcount

@contextmanager
def held(x):
    print('in', R(x))
    try:
        yield x
    finally:
        print('out', R(x))
v = []
with held(v) as w:
    print(R(v), R(w))
m = held(v)
print(R(m), R(v))
del m
print(R(v))
with nullcontext(v) as w, suppress(ValueError):
    print(R(v))
    raise ValueError(v)
print(R(v), R(held))
with ExitStack() as stack:
    print(stack.enter_context(held(v)) is v, R(v))
    stack.callback(print, R(v))
    stack.push(lambda *rest: None)
    print(R(v), R(stack))
print(R(v))
