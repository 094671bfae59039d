# A coroutine holds its arguments until it ends.
import sys

R = sys.getrefcount

class A:
    def __await__(self):
        print('await', R(self))
        got = yield self
        print(R(self), got is None or R(got))
        return got
async def inner(x):
    print(R(x))
    return await A()
async def outer(x):
    y = await inner(x)
    print(R(x), R(y))
    return y
v, w = [], []
c = outer(v)
print(R(v), R(c))
a = c.send(None)
print(R(a), R(v), R(c.cr_await))
try:
    c.send(w)
except StopIteration as stop:
    print(R(stop), R(stop.value), R(w), R(v))
c = outer(v); c.send(None); c.close(); print(R(v), R(c))
