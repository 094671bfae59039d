# What constructors and methods that a program seldom calls say of arguments they cannot use.
import sys
import time
import types


def tell(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print('ok')
    except Exception as e:
        print(type(e).__name__, e)


class Pause:
    def __index__(self): return 0


for wrong in (None, 'a', [1], 1j, types.SimpleNamespace()):
    print(type(wrong).__name__)
    tell(time.sleep, wrong)
    tell(ValueError('x').add_note, wrong)
    tell(ExceptionGroup, wrong, [ValueError()])
    tell(types.MethodType, wrong, 5)
tell(time.sleep, Pause())
tell(time.sleep, False)
tell(time.sleep, -1)
tell(types.MethodType, len)
tell(types.MethodType, len, self=[])
tell(types.MethodType, len, None)
tell(types.CellType, contents=5)
tell(types.CellType, 5, 6)

# What was refused is given up again.
given = [1]
for f in (ValueError('x').add_note, types.MethodType, ExceptionGroup):
    tell(f, given)
    tell(f, given, given)
    tell(f, name=given)
print(sys.getrefcount(given))
