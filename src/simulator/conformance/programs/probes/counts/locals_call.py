# locals() inside a function holds refs
import sys
def f():
    x = []
    d = locals()
    return sys.getrefcount(x)
print(f())
