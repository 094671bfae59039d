# inside a function
import sys
def f():
    try:
        raise ValueError('x')
    except ValueError as e:
        print(sys.getrefcount(e))
f()
