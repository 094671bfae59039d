# LOAD_FAST_CHECK (variable deleted on one path)
import sys
def f(c):
    x = []
    if c: del x; x = []
    return sys.getrefcount(x)
def g(c):
    if c: x = []
    return sys.getrefcount(x)
print(f(0), f(1), g(1))
