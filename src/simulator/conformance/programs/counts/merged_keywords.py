# Keywords from dicts and from mappings of one's own, given twice, with wrong keys, and what is held when that fails.
import sys
R = sys.getrefcount
class Keys:
    def __init__(self, *names, fails=False):
        self.names, self.fails = names, fails
    def keys(self):
        seen.append(('keys', R(self)))
        return self.names
    def __getitem__(self, key):
        seen.append((key, R(self)))
        if self.fails:
            raise KeyError(key)
        return v
class Dict(dict):
    def __getitem__(self, key):
        seen.append(R(self))
        return super().__getitem__(key)
def f(*args, **kwargs):
    return [R(x) for x in args], {k: R(x) for k, x in kwargs.items()}, R(kwargs)
def told(*what):
    print(*what, seen, R(v), R(k), R(d))
    seen.clear()
seen, v, k, d = [], [], Keys('k'), Dict(d=1.5)
for i in range(3):
    told(f(**k), f(a=v, **k), f(*[v], **k, **{'b': v}), f(**d), f(**d, **k), {**k, **d} == {'k': v, 'd': 1.5}, dict(k, z=v).keys())
calls = [lambda: f(k=v, **k), lambda: f(**k, **k), lambda: f(**{'k': v}, **k), lambda: f(**k, k=v), lambda: f(**Keys(5)), lambda: f(**Keys('x', fails=True)),
         lambda: f(a=v, **Keys('x', fails=True)), lambda: f(**d, **Dict(d=v)), lambda: f(**5), lambda: f(a=v, **v), lambda: {**5}, lambda: {**v}]
for call in calls:
    try:
        told(call())
    except (TypeError, KeyError) as error:
        told(type(error).__name__, error, R(error))
del calls, call
told()
