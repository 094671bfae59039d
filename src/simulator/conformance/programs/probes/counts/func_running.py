# f referenced from inside its own call
import sys
def f(): return sys.getrefcount(f)
print(f())
