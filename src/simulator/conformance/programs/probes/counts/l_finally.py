# in finally
import sys
def f():
    x = []
    try:
        pass
    finally:
        print(sys.getrefcount(x))
f()
