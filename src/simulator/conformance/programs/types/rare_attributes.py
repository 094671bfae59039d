# Methods and attributes of built-in types that few programs use: which version has them, and what they answer.
import sys
import types


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, str(e)


class F(float): pass
class K(complex): pass
class Index:
    def __index__(self): return 4
class Both:
    def __complex__(self): return 4j
class N(types.SimpleNamespace):
    def __init__(self, **names):
        super().__init__(**names)
        self.own = 1
class A:
    @property
    def x(self): pass
    y, z = property(len), property(5)
    w = x.setter(lambda self, value: None)
for number in 1, '1', True, 1.5, 2j, F(2), Index(), Both(), 10**400:
    print([attempt(lambda: repr(c.from_number(number))) for c in (float, complex, F, K)])
x, z = 1.5, 1.5j
print(attempt(lambda: (float.from_number(x) is x, complex.from_number(z) is z, sys.getrefcount(F.from_number(x)))))
print([attempt(float.__getformat__, which) for which in ('double', 'float', 'half', 5)], float.__dict__['__getformat__'])
m, n, p = map(len, []), types.SimpleNamespace(a=1, b=[2]), property()
print(attempt(lambda: m.__setstate__(1)), m.__reduce__()[2:], attempt(lambda: n.__replace__(b=3, c=4)), n)
print(attempt(lambda: n.__replace__(5)), attempt(lambda: N(a=1).__replace__(own=3)), sys.getrefcount(n.b))
print([attempt(lambda: vars(A)[name].__name__) for name in 'xyzw'], attempt(lambda: property(len).__name__))
print([attempt(lambda: p.__name__), attempt(setattr, p, '__name__', n), attempt(lambda: p.__name__ is n)])
print(attempt(delattr, p, '__name__'), attempt(lambda: p.__name__), attempt(lambda: property(5).__name__))


def generate(): yield sys._getframe()
async def wait(): return attempt(lambda: c.cr_state)
async def stream(): yield 1
g, c, a = generate(), wait(), stream()
print(attempt(lambda: (g.gi_state, c.cr_state, a.ag_state)), attempt(lambda: a.ag_suspended))
frame = next(g)
print(attempt(lambda: frame.f_generator is g), attempt(lambda: sys._getframe().f_generator), frame.f_trace_lines)
print(attempt(lambda: g.gi_state), list(g), attempt(lambda: g.gi_state), attempt(lambda: frame.f_generator))
print(attempt(c.send, None), attempt(lambda: c.cr_state), attempt(setattr, c, 'cr_state', 1), frame.f_trace_opcodes)
for cls in memoryview, BaseExceptionGroup, ExceptionGroup, type(g), type(c), type(a), slice, staticmethod, classmethod:
    print(cls.__name__, attempt(lambda: cls[int]), end=' ')
u, alias, method = int | str, list[int], A().__init__
print([name for name in dir(alias) if name not in dir(list)], [name for name in dir(list) if name not in dir(alias)])
print(attempt(lambda: alias.__bases__), alias.__unpacked__, alias.__typing_unpacked_tuple_args__, attempt(lambda: alias.__copy__))
print(attempt(u.__getitem__, int), attempt(lambda: u[int]), attempt(lambda: u.__mro_entries__(5)), hasattr(generate, '__get__'))
print(hasattr(n.__init__, '__get__'), hasattr(A().__repr__, '__get__'), hasattr(types.MethodType, '__get__'), A.__text_signature__)
try: 1 / 0
except ZeroDivisionError as e: print(dir(e.__traceback__), attempt(e.__traceback__.__dir__, 5))
