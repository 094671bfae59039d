# y = f() returning a constant
import sys
def f(): return 5000
y = f()
print(sys.getrefcount(y), sys.getrefcount(f()))
