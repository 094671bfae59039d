# Functions, methods, modules, namespaces, classes and code made through `types` and `type`.
import sys
import types
R = sys.getrefcount
def told(*what):
    print(*what, R(v), R(w), R(f))
def f(a, b=None):
    return R(a), b is None or R(b)
v, w = [], {}
told()
g = types.FunctionType(f.__code__, globals(), 'g', (v,))
told(R(g), g(w), R(g.__defaults__), g.__globals__ is globals())
g.__defaults__ = (w,)
g.__kwdefaults__ = {'k': v}
g.own = v
told(g(v), R(g.__kwdefaults__), R(g.__dict__))
del g.own, g.__kwdefaults__, g.__defaults__
m = types.MethodType(f, v)
told(R(m), m(), m(w), m.__self__ is v, R(m.__func__), m == types.MethodType(f, v))
del m, g
told()
mod = types.ModuleType('mod', ''.join(['a', ' doc']))
mod.v = v
told(R(mod), R(mod.__doc__), R(mod.v), R(mod.__dict__))
del mod.v
n = types.SimpleNamespace(a=v, b=w)
told(R(n), R(n.a), R(n.__dict__), n == types.SimpleNamespace(b=w, a=v), repr(n))
n.a = n
del n.a, n.b
cls = type('Cls', (), {'v': v, 'm': f})
told(R(cls.v), R(cls), cls().m(), R(cls.__dict__))
cls.v = w
told(cls.v is w, R(cls.__dict__['v']))
made = types.new_class('Made', (cls,), {}, lambda ns: ns.update(v=v, w=w))
told(R(made.v), R(made.w), made().m(), made.__mro__[1] is cls)
made.__bases__ = (type('Other', (), {'o': v}),)
told(R(made.o), hasattr(made, 'm'))
o = made()
o.x = v
o.__class__ = type('Third', (), {'__slots__': ('__dict__', '__weakref__')})
told(R(o), R(o.x), type(o).__name__)
o.__dict__ = {'x': w, 'y': o}
told(R(o), R(o.x), R(o.__dict__))
del o.y, o
code = f.__code__
told(R(code), code.co_name, R(code.co_consts))
cell = types.CellType(v)
told(R(cell), R(cell.cell_contents), cell == types.CellType(v))
cell.cell_contents = w
told(R(cell.cell_contents))
del cell.cell_contents
proxy = types.MappingProxyType({'k': v})
told(R(proxy), R(proxy['k']), R(proxy.copy()), len(proxy | w))
gen = types.GenericAlias(list, (v,))
told(R(gen), R(gen.__args__), R(gen()))
del proxy, gen, made, cls, n, mod, cell
told()
