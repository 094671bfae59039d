# 1.5*2 in function; 10**6
import sys
def f():
    x = 1.5 * 2
    y = 10 ** 6
    return sys.getrefcount(x), sys.getrefcount(y)
print(f())
