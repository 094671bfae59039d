# y = x (param) then getrefcount
import sys
def f(x):
    y = x
    return sys.getrefcount(x)
print(f([]))
