# SimpleNamespace, mappingproxy, module attributes, globals and locals.
import sys
import types

R = sys.getrefcount
v, w = [], []
ns = types.SimpleNamespace(a=v, b=v)
print(R(v), R(ns), R(ns.__dict__), R(ns.a))
ns.b = w
ns.me = ns
print(R(v), R(w), R(ns), repr(ns)[:9])
del ns.me, ns.a
print(R(v), R(ns), ns == types.SimpleNamespace(b=w), R(w))
d = {'k': v}
m = types.MappingProxyType(d)
print(R(d), R(m), R(m['k']), R(v), R(m.get('k')), R(m.copy()), R(v), R(d))
print([R(x) for x in m.values()], [R(x) for _, x in m.items()], R(m | {'l': w}), R(w))
try:
    m['k'] = w
except TypeError as error:
    print(R(error), R(m), R(w))
d['k'] = w
print(m['k'] is w, R(v), R(w))


class C:
    attr = v


proxy = C.__dict__
print(R(proxy['attr']), R(proxy), R(vars(C)['attr']), R(v))
module = types.ModuleType('made')
module.v = v
print(R(module), R(v), R(module.__dict__), module.__dict__['v'] is v)
held = module.__dict__
del module
print(R(v), R(held), held['v'] is v)


def f(x):
    y = x
    here = locals()
    return R(x), R(here), R(here['y']), sorted(here)


print(f(v), R(v), globals()['v'] is v, R(globals()['v']))
cell = types.CellType(v)
print(R(cell), R(v), R(cell.cell_contents))
bound = types.MethodType(f, w)
print(R(bound), R(w), R(f), bound(), R(bound.__self__), bound == types.MethodType(f, w))
cell.cell_contents = w
del held, proxy, C, bound
print(R(v), R(w), R(f))
