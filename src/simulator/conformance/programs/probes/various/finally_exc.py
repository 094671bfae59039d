# getrefcount in finally on the exceptional path
import sys
def f(fail):
    x = []
    try:
        if fail: raise ValueError
    finally:
        print(sys.getrefcount(x), end=' ')
f(0)
try: f(1)
except ValueError: print()
