# `import` calls builtins.__import__, which may be another.
import builtins

m = __import__('math')
print(m.pi, __import__('os.path').__name__, __import__('os.path', fromlist=['join']).__name__)
print(__import__('collections.abc', None, None, ('Sized',), 0).__name__)
for bad in [(5,), ('',), ('a', None, None, (), -1), (), ('a', 1, 1, 1, 1, 1), ('a', None, None, (), 'x')]:
    try:
        __import__(*bad)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    __import__('there_is_none')
except ModuleNotFoundError as e:
    print(e, e.name)
own = builtins.__import__


def told(name, *rest):
    print('import', name, [type(o).__name__ for o in rest[:2]], rest[2:])
    return own(name, *rest)


builtins.__import__ = told
import math
from math import pi, tau as turn


def f():
    import math as again
    return again is math


print(f(), turn > pi)
builtins.__import__ = own
saved = own
del builtins.__import__
try:
    import math
except ImportError as e:
    print(type(e).__name__, e)
builtins.__import__ = saved
import math
print(callable(__import__), __import__.__name__)
import sys

R = sys.getrefcount
for module in (sys, math, builtins):
    before = R(module)
    again = __import__(module.__name__)
    print(R(module) - before, again is module)
    import math as also, builtins as too
    print(R(module) - before, R(math) - R(also))
    del also, too, again
    print(R(module) - before)


class Names:
    pass


wanted, space = ['sqrt'], {'__name__': 'x'}
print(R(wanted), R(space), __import__('math', space, None, wanted) is math, R(wanted), R(space), R(wanted[0]) > 0)
try:
    __import__('math', space, space, [Names()])
except TypeError as e:
    print(e, R(space), R(e))
fresh = ''.join(['no_', 'such'])
try:
    __import__(fresh)
except ImportError as e:
    print(R(e), R(fresh), R(e.name))
print(R(fresh))
