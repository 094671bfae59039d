# Generators, coroutines and asynchronous ones that are closed, thrown into and awaited in the wrong way; what they hold goes.
import sys, gc
from sys import getrefcount as R
def tried(f, *args):
    try: return f(*args)
    except BaseException as e: e.__traceback__ = None; return f'{type(e).__name__}: {e}'
class Item: pass
a, b = Item(), Item()
n = lambda: (R(a), R(b))
def plain(x):
    try: got = yield x; yield got
    finally: y = x
class Closing:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __iter__(self): return self
    def __next__(self): return a
class Closes(Closing):
    def close(self): print('closed', end=' '); return b
class Refuses(Closing):
    def close(self): raise KeyError('stays open')
    def throw(self, *args): raise OSError(len(args))
class Sends(Closing):
    def send(self, value): return value
def delegates(to):
    local = a
    return (yield from to)
for make in (lambda: plain(a), lambda: delegates(plain(a)), lambda: delegates(Closing()), lambda: delegates(Closes()), lambda: delegates(Refuses()), lambda: delegates(Sends())):
    for start in (0, 1):
        g = make()
        if start: print(next(g) is a, end=' ')
        print(tried(g.close), n(), end='; '); g = make()
        if start: next(g)
        print(tried(g.throw, ValueError('thrown')), n(), end='; '); g = make()
        if start: next(g)
        print(tried(g.throw, ValueError, ValueError('inst'), None), tried(g.throw, GeneratorExit), n(), end='; '); g = make()
        if start: next(g)
        res = tried(g.send, b); print(res if isinstance(res, str) else res is a or res is b, n(), end='; '); del res
        g = make()
        if start: next(g)
        del g; gc.collect(); print(n())
try: 1 / 0
except ZeroDivisionError as e: tb = e.__traceback__
for args in ((ValueError, 'text', tb), (ValueError, ('x', 'y'), tb), (ValueError, KeyError(1), tb), (ValueError('i'), None, tb), (ValueError('i'), 'x'), (5,), (Item,), (ValueError, None, 5), (ValueError, ValueError('same'), tb)):
    g = plain(a); next(g); print(tried(g.throw, *args), n(), R(tb), end='; ')
del g, tb, args; gc.collect(); print(n())
def stops(): yield 1; raise StopIteration(a)
g = stops(); next(g)
try: next(g)
except RuntimeError as e: print(type(e.__cause__).__name__, e.__cause__ is e.__context__, e.__cause__.value is a, n()); e.__cause__ = None; e.__context__ = None
del g; gc.collect(); print(n())
def caused():
    yield 1
    try: raise KeyError(b)
    except KeyError as k: raise StopIteration(a) from k
g = caused(); next(g)
try: next(g)
except RuntimeError as e: print(type(e.__cause__.__cause__).__name__, n())
del g; gc.collect(); print(n())
def finish():
    try: yield 1
    except GeneratorExit: return b
g2 = finish(); next(g2); print(tried(g2.close) in (None, b), n())
def ends():
    try: yield 1
    except ValueError: pass
    return b
g3 = ends(); next(g3); print(tried(g3.throw, ValueError('x')), tried(g3.throw, ValueError('over')), n())
def loops():
    yield tried(next, me)
    yield tried(me.throw, ValueError), tried(me.close)
me = loops(); print(next(me), next(me)); del me
gi = plain(a); print(gi.gi_yieldfrom, R(gi.gi_frame), gi.gi_code.co_name, R(gi.gi_code), R(plain.__code__)); gi.__name__ = 'n' + 'ew'; gi.__qualname__ = 'q' + 'ual'; print(gi.__name__, gi.__qualname__, R(gi.__name__) > 1, tried(setattr, gi, '__name__', 5), tried(setattr, gi, '__qualname__', 5)); del gi; print(n())

async def co(x): await pause(x); return x
class pause:
    def __init__(self, x): self.x = x
    def __await__(self): yield self.x
class Awaits:
    def __init__(self, it): self.it = it
    def __await__(self): return self.it
async def waits(x): return await x
for x in (5, Awaits(5), Awaits(iter([a])), Awaits(co(a)), Awaits(plain(a)), co(a), pause(a), plain(a), Item()):
    c = waits(x); res = tried(c.send, None); print(res if isinstance(res, str) else res is a, tried(c.throw, ValueError('v')), tried(c.close), tried(c.send, None), end='; '); del res, c
del x; gc.collect(); print(n())
c = co(a); w = c.__await__(); print(iter(w) is w, next(w) is a, c.cr_await is not None, R(c), n()); print(tried(w.throw, ValueError('w')), tried(w.send, None), tried(w.close), n()); del c, w
c = co(a); w = c.__await__(); print(tried(w.close), tried(c.send, None), n(), c.cr_origin); del c, w
async def ag(x):
    try: got = yield x; yield got
    finally: y = x
async def agbad():
    yield 1
    raise StopAsyncIteration(a)
def run(aw):
    try:
        while True: aw.send(None)
    except StopIteration as e: return e.value
for make in (lambda: ag(a).__anext__(), lambda: ag(a).asend(None), lambda: ag(a).asend(b), lambda: ag(a).athrow(ValueError('t')), lambda: ag(a).aclose(), lambda: anext(ag(a), b), lambda: anext(ag(a))):
    w = make(); print(type(w).__name__, iter(w) is w, end=' '); res = tried(run, w); print(res if isinstance(res, str) else res is a or res is b or res, tried(w.send, None), tried(w.close), tried(w.throw, ValueError('again')), end='; '); del res, w
    w = make(); print(tried(w.close), tried(w.send, None), end='; '); del w
    w = make(); print(tried(w.throw, ValueError('first')), tried(w.send, None)); del w
gc.collect(); print(n())
g = agbad(); print(run(g.__anext__()), tried(run, g.__anext__()), tried(run, g.__anext__()), n()); del g
g = ag(a); x = g.__anext__(); print(run(x) is a); y = g.asend(b); print(run(y) is b, tried(run, g.aclose()), tried(run, g.__anext__()), n()); del g, x, y
class NoNext: pass
class BadNext:
    def __aiter__(self): return self
    def __anext__(self): return 5
class BadIter:
    def __aiter__(self): return 5
async def over(x):
    async for i in x: return i
for x in (NoNext(), BadNext(), BadIter(), 5): print(tried(run, over(x)), tried(aiter, x) is x, tried(anext, x) == 5, end='; ')
del x; gc.collect(); print(n(), aiter(BadNext()).__class__.__name__, tried(run, anext(BadNext(), b)))
