# What is handed out or kept once more must be owned once more: the law looks before every instruction while it is held.
import sys, copy
from collections import deque
class Item:
    def __repr__(self): return 'Item' + '()'
a, b = Item(), Item()
class Callable:
    def __init__(self, result): self.result = result
    def __call__(self, *args): return self.result
def churn(): return len([Item() for _ in range(20)])
it = reversed(deque([a, b])); again = iter(it); print(again is it, churn(), len(list(again))); del it, again; churn()
it = iter('xyz' * 2); again = iter(it); print(again is it, churn(), len(list(again))); del it, again; churn()
def stops(): yield 1; raise StopIteration(a)
g = stops(); next(g)
try: next(g)
except RuntimeError as e: kept = e
print(churn(), type(kept.__cause__).__name__, kept.__cause__ is kept.__context__, kept.__cause__.value is a); cause = kept.__cause__; del kept, g; churn(); print(cause.value is a); del cause; churn()
async def agen():
    yield 1
    raise StopAsyncIteration(b)
def run(aw):
    try: aw.send(None)
    except StopIteration as e: return e.value
ag = agen(); print(run(ag.__anext__()))
try: run(ag.__anext__())
except RuntimeError as e: kept = e
print(churn(), type(kept.__cause__).__name__, kept.__cause__ is kept.__context__, kept.__cause__.args[0] is b); cause = kept.__cause__; del kept, ag; churn(); print(cause.args[0] is b); del cause; churn()
def waits():
    try: yield 1
    except ValueError as e: yield e
g = waits(); next(g); given = ValueError(a); got = g.throw(given); print(got is given, churn()); g.close(); del g, got; churn(); print(given.args[0] is a); del given
class NewEx:
    def __getnewargs_ex__(self): return (a,), {'k': b}
    def __new__(cls, *args, **kw): self = object.__new__(cls); self.got = args, kw; return self
o = NewEx(); reduced = o.__reduce_ex__(2); print(churn(), len(reduced)); twin = copy.copy(o); print(twin.got, churn()); del o, reduced, twin; churn()
class Hooked:
    def __getattribute__(self, name): raise AttributeError(name)
    def __getattr__(self, name): return a
h = Hooked(); print(h.x is a, churn(), h.y is a); del h; churn()
class Special: __len__ = Callable(5); __iter__ = Callable(iter([a])); __enter__ = Callable(a); __exit__ = Callable(None); __contains__ = Callable(True)
s = Special(); print(len(s), churn(), list(s) == [a], 3 in s, churn())
with s as x: print(x is a, churn())
del s, x; churn(); print(Special.__enter__.result is a, Special.__len__.result, churn())
lines = []
def hook(u):
    text = repr(u); made = type(u)((1, u.exc_type, u.exc_value, a, b)); parts = u.__reduce__(); lines.append((len(text) > 20, made[3] is a, made == made, len(parts), churn()))
    try: type(u)((1, 2))
    except TypeError as e: lines.append(str(e))
    try: type(u)(5)
    except TypeError as e: lines.append(str(e))
class Dies:
    def __del__(self): raise ValueError('de' + 'l')
sys.unraisablehook = hook
Dies(); churn(); print(lines); lines.clear()
def bad(u): raise KeyError('in the ' + 'hook')
sys.unraisablehook = bad
Dies(); churn(); sys.unraisablehook = sys.__unraisablehook__; del hook, bad; churn()
def info():
    try: raise ValueError(a)
    except ValueError: return sys.exc_info()
told = info(); print(churn(), told[0], told[1].args[0] is a, told[2].tb_lineno > 0); caught = told[1]; del told; churn(); print(caught.args[0] is a); del caught; churn()
g = waits(); next(g); given = ValueError(b); got = g.throw(ValueError, given); print(got is given, churn()); g.close(); del g, got; churn(); print(given.args[0] is b); del given
class Refuses:
    def __set_name__(self, owner, name): raise ValueError(a)
try:
    class Uses: field = Refuses()
except Exception as e: kept = e.__cause__ or e
print(churn(), kept.args[0] is a); del kept; churn()
