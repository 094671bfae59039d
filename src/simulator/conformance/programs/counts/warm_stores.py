# Attributes and items stored again and again; what was there dies after the new value is in its place.
import sys

R = sys.getrefcount

class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        seen.append((self.name, R(self), R(owner), R(type(owner).__dict__.get('own', 0)) > 1))

class Plain:
    pass

class Slim:
    __slots__ = 'own', 'other'

class Guarded:
    def __setattr__(self, name, value):
        seen.append((R(self), R(name) > 2, R(value)))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        seen.append((R(self),))
        object.__delattr__(self, name)

class Described:
    @property
    def own(self):
        return [R(self)]
    @own.setter
    def own(self, value):
        seen.append((R(self), R(value)))

def store(o, v, warm):
    for i in range(warm):
        o.own = v
        o.own = v
    return R(o), R(v), R(o.own)

def fresh(o, warm):
    for i in range(warm):
        seen.clear()
        o.own = Noisy(i)
    return R(o), tuple(seen)

def items(o, k, v, warm):
    for i in range(warm):
        o[k] = v
        o[k] = Noisy(i) if i % 2 else v
    return R(o), R(v), len(seen)

seen, v = [], []
for kind in (Plain, Slim, Guarded, Described, Plain):
    owner = kind()
    print(kind.__name__, store(owner, v, 1), store(owner, v, 30), seen[-2:], fresh(owner, 1), fresh(owner, 30), R(v))
seen.clear()
print(items([v], 0, v, 1), items([v], 0, v, 30), items({}, 'k', v, 30), items({v: v} if 0 else {}, (1.5, ), v, 30), R(v))
g = owner = Guarded()
for i in range(10):
    seen.clear()
    g.own = v
    g.own = []
    g.own = g
    del g.own
print(seen, R(g), R(v))
