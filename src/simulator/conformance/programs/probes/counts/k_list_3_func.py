# [5000,5001,5002] in function
import sys
def f():
    x = [5000, 5001, 5002]
    return sys.getrefcount(x), sys.getrefcount(x[0])
print(f())
