# same constant in module and in function
import sys
x = 5000
def f(): return 5000
print(x is f(), sys.getrefcount(x))
