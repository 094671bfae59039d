# after try/except-raise and try/except-pass, else
import sys
def f():
    x = []
    try: len(x)
    except ValueError: raise KeyError
    return sys.getrefcount(x)
def g():
    x = []
    try: len(x)
    except ValueError: pass
    return sys.getrefcount(x)
def h():
    x = []
    try: len(x)
    except ValueError: return 0
    else: n = sys.getrefcount(x)
    return n, sys.getrefcount(x)
print(f(), g(), h())
