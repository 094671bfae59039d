# breakpoint() asks a hook. The program takes the debugger away, as PYTHONBREAKPOINT=0 does, and sets hooks of its own.
import os
import sys

os.environ['PYTHONBREAKPOINT'] = '0'
a = [1]
print(breakpoint, sys.breakpointhook, sys.breakpointhook is sys.__breakpointhook__)
print(breakpoint(), sys.getrefcount(a))
print(breakpoint(1, a, k=a), sys.getrefcount(a))
print(sys.breakpointhook(a, k=2), sys.getrefcount(a))


def counted(*args, **names):
    print(args, names, sys.getrefcount(args[0]), sys.getrefcount(names['k']))
    return a


sys.breakpointhook = counted
b = breakpoint(a, k=a)
print(b is a, sys.getrefcount(a))


def gone(o):
    del sys.breakpointhook
    return sys.getrefcount(gone), sys.getrefcount(o)


sys.breakpointhook = gone
print(breakpoint(a), sys.getrefcount(gone))
for wrong in range(2):
    try:
        breakpoint(a)
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
    sys.breakpointhook = None
print(sys.getrefcount(a))
