# assert x
import sys
def f():
    x = [1]
    assert x, 'no'
    return sys.getrefcount(x)
print(f())
