# copy and deepcopy through __reduce_ex__, __getstate__, __setstate__, __getnewargs__, slots, copyreg and hooks.
import copy
import copyreg
import sys

R = sys.getrefcount

class State:
    def __init__(self, v):
        self.v = v
    def __getstate__(self):
        seen.append(('get', R(self)))
        return [self.v]
    def __setstate__(self, state):
        seen.append(('set', R(self), R(state), R(state[0])))
        self.v = state[0]

class Reduced:
    def __init__(self, v):
        seen.append((R(self), R(v)))
        self.v = v
    def __reduce__(self):
        seen.append(('reduce', R(self)))
        return Reduced, (self.v,)

class ReducedMore(list):
    def __reduce_ex__(self, protocol):
        return ReducedMore, (), {'own': v}, iter([v, v]), iter([])

class NewArgs:
    def __new__(cls, v, w=None):
        self = super().__new__(cls)
        seen.append(('new', R(self), R(v)))
        return self
    def __getnewargs__(self):
        return (v,)

class Slots:
    __slots__ = 'v', 'w'

class Hooked:
    def __copy__(self):
        seen.append(('copy', R(self)))
        return v
    def __deepcopy__(self, memo):
        seen.append(('deepcopy', R(self), len(memo), R(memo)))
        return self

class Registered:
    pass

def told(*what):
    print(*what, seen, R(v), R(w))
    seen.clear()

seen, v, w = [], [], {}
o, r, n, s, h = State(v), Reduced(v), NewArgs(v), Slots(), Hooked()
s.v, s.w, n.own = v, w, w
copyreg.pickle(Registered, lambda o: (seen.append(R(o)), Reduced, (v,))[1:])
for x in (o, r, n, s, h, ReducedMore([v]), Registered()):
    c = copy.copy(x)
    told(type(x).__name__, R(c) > 1, R(x))
    c = copy.deepcopy(x)
    told(R(c), R(x))
    memo = {}
    c = copy.deepcopy([x, x, v], memo)
    told(R(c), R(c[0]), c[0] is c[1], R(x), len(memo), R(memo))
    del memo
    c = copy.deepcopy((x, (v, x)))
    told(R(c), R(c[0]), R(c[1]), R(x))
    del c
told(R(o), R(r), R(n), R(s), R(h))
ring = [v]
ring.append(ring)
c = copy.deepcopy(ring)
told(R(ring), R(c), c[1] is c, R(c[0]))
c.clear(), ring.clear()
told(R(copy.copy(w)), R(copy.deepcopy({'k': {'k': v}})), copy.copy(told) is told, R(copy.copy(v)), R(copy.copy(ring)))
