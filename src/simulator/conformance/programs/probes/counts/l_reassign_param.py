# x = [] replaces param
import sys
def f(x):
    x = []
    return sys.getrefcount(x)
a = []
print(f(a), sys.getrefcount(a))
