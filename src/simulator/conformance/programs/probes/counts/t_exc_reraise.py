# exception count through 2 frames
import sys
def f(): raise ValueError('q')
def g():
    try: f()
    except ValueError as e:
        print(sys.getrefcount(e), end=' ')
        raise
try: g()
except ValueError as e: print(sys.getrefcount(e))
