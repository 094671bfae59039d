# inside try block
import sys
def f():
    x = []
    try:
        return sys.getrefcount(x)
    finally:
        pass
print(f())
