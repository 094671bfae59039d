# __del__ in containers, frames, closures, generators and exceptions: who goes first, and what is still held then.
import sys
import weakref
R = sys.getrefcount
class D:
    def __init__(self, name, *held):
        self.name, self.held = name, held
    def __del__(self):
        seen.append((self.name, R(self), [R(h) for h in self.held]))
def told(*what):
    print(*what, seen, R(v))
    seen.clear()
seen, v = [], []
def frame(x):
    a, b = D('a', v), D('b', v)
    c = [D('c'), a]
    del b
    seen.append('returning')
    return len(c)
for i in range(3):
    told(frame(D('argument')))
told([D(0), D(1)] and 1, len((D('t'), v)), {'k': D('value')}.get('k') is None, {D('key')} is None)
l = [D(0), D(1), D(2)]
l[1:] = [D(3)]
told(len(l))
l *= 0
told(l)
d = {1: D('one'), 2: D('two')}
d[1] = D('new')
del d[2]
d.update({1: D('newer')})
told(len(d))
d.clear()
told()
def closure():
    x = D('cell', v)
    return lambda: x
f = closure()
told(f().name)
f = None
told()
def gen():
    x = D('in generator')
    yield x.name
    yield 2
g = gen()
told(next(g))
del g
told()
try:
    x = D('in try')
    raise ValueError(D('argument'), x)
except ValueError as e:
    del x
    told(R(e.args[0]))
told()
def failing():
    y = D('local')
    raise KeyError
try:
    failing()
except KeyError as e:
    told(R(e))
told()
outer = D('outer', D('inner', v))
ref = weakref.ref(outer, lambda r: seen.append(('callback', r() is None)))
outer = 5
told(ref() is None)
class Again(D):
    def __del__(self):
        super().__del__()
        kept.append(self)
kept = []
Again('resurrected', v)
told(R(kept[0]))
kept.clear()
told()
a = b = D('two names')
a = None
told(R(b))
b = D('replacing')
told()
b.self = b
b.self = None
with_slots = type('S', (D,), {'__slots__': ('z',)})('slots')
with_slots.z = D('in slot', v)
del with_slots
told(sum(map(lambda x: x.name == 'm', [D('m')])), max([D('p')], key=lambda x: 1).name)
print([D('x').name for _ in 'ab'], seen)
