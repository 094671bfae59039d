# contextlib: decorators, async managers and stacks, nullcontext, suppress, redirect, closing.
import contextlib
import sys

R = sys.getrefcount

@contextlib.contextmanager
def manager(x):
    seen.append(('in', R(x)))
    try:
        yield x
    finally:
        seen.append(('out', R(x)))

@contextlib.asynccontextmanager
async def amanager(x):
    seen.append(('in', R(x)))
    try:
        yield x
    except KeyError as error:
        seen.append(('caught', R(error), R(x)))

class Decorating(contextlib.ContextDecorator):
    def __enter__(self):
        seen.append(('enter', R(self)))
        return self
    def __exit__(self, *exc):
        seen.append(('exit', R(self), R(exc)))

class Closing:
    def close(self):
        seen.append(('close', R(self)))
    async def aclose(self):
        seen.append(('aclose', R(self)))

@Decorating()
def decorated(x):
    return R(x)

@manager(seen := [])
def generated(x):
    return R(x)

def told(*what):
    print(*what, seen, R(v), R(m))
    seen.clear()

async def main(v):
    async with amanager(v) as x:
        seen.append((R(x), R(v)))
    async with amanager(v) as x:
        raise KeyError(v)
    async with contextlib.AsyncExitStack() as stack:
        y = await stack.enter_async_context(amanager(v))
        z = stack.enter_context(manager(v))
        stack.push_async_callback(called, v)
        stack.callback(seen.append, 1)
        seen.append((R(y), R(stack)))
    async with contextlib.aclosing(Closing()) as c:
        seen.append(R(c))
    async with contextlib.nullcontext(v) as w:
        seen.append(R(w))
    return R(x), R(y), R(z), R(c)

async def called(x):
    seen.append(('called', R(x)))

v = []
m = manager(v)
told(R(m.gen), R(m.args), R(m.kwds), R(m.func) > 1)
with m as x:
    told(R(x), R(m))
del x
told()
for i in range(3):
    told(decorated(v), generated(v), R(decorated), R(generated))
with contextlib.nullcontext(v) as x, contextlib.suppress(KeyError), contextlib.closing(Closing()) as c:
    told(R(x), R(c))
    raise KeyError(x)
del x, c
told()
for i in range(2):
    try:
        main(v).send(None)
    except StopIteration as stop:
        told(stop.value, R(stop))
try:
    with manager(v):
        raise ValueError(v)
except ValueError as error:
    told(R(error), R(error.__traceback__))
del i
told()
