# __getattribute__, __getattr__, __setattr__, __delattr__, __dir__ and properties in one class after another, cold and warm.
import sys
R = sys.getrefcount
class Hooked:
    def __getattribute__(self, name):
        seen.append((name, R(self)))
        return super().__getattribute__(name)
    def __getattr__(self, name):
        seen.append(('?', R(self)))
        if name == 'no':
            raise AttributeError(name)
        return self
    def __dir__(self):
        return ['x']
    def m(self):
        return R(self)
class Props:
    def __init__(self, v):
        self._v = v
    @property
    def v(self):
        return self._v
    @v.setter
    def v(self, value):
        seen.append((R(self), R(value)))
        self._v = value
    @v.deleter
    def v(self):
        seen.append(('del', R(self)))
        del self._v
    w = property(lambda self: [R(self)])
class Sub(Props):
    @property
    def v(self):
        seen.append(R(self))
        return super().v
    @v.setter
    def v(self, value):
        seen.append((R(self), R(value)))
        Props.v.fset(self, value)
class Func:
    pass
def hooked(o, warm):
    for i in range(warm):
        seen.clear()
        got = o.m(), o.x is o, R(o.y), getattr(o, 'no', o) is o, hasattr(o, 'no'), hasattr(o, 'yes')
    return got, tuple(seen), R(o)
def props(o, v, warm):
    for i in range(warm):
        seen.clear()
        a = o.v
        o.v = v
        got = R(a), R(o.v), R(v), o.w
        del a
    return got, tuple(seen), R(o)
seen, v = [], []
h = Hooked()
print(hooked(h, 1), hooked(h, 30), dir(h))
for o in (Props(v), Sub(v), Props([])):
    print(props(o, v, 1), props(o, v, 30), R(v))
    o.v = [v]
    print(R(o.v), R(v), seen[-1:])
try:
    del o.v, o.v
except AttributeError as error:
    print(R(error), R(o), seen)
try:
    o.w = v
except AttributeError as error:
    print(error, R(error), R(o), R(v))
try:
    h.no
except AttributeError as error:
    print(error, R(error), R(h))
f = Func()
f.m = lambda x=f: R(x)
f.v = v
for i in range(20):
    got = f.m(), R(f.v), f.m(v), R(f)
print(got, R(f.m), R(v))
f.m = None
object.__setattr__(h, 'z', v)
print(object.__getattribute__(h, 'z') is v, R(v), R(object.__getattribute__(h, '__dict__')))
setattr(f, 'v', f)
delattr(f, 'v')
print(R(f), R(v), R(getattr(f, 'none', v)), vars(f))
