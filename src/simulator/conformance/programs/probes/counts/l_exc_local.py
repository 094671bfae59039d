# local in except block
import sys
def f():
    x = []
    try:
        1 / 0
    except ZeroDivisionError:
        return sys.getrefcount(x)
print(f())
