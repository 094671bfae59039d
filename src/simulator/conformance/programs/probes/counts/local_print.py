# print(sys.getrefcount(x)) in a function
import sys
def f():
    x = []
    print(sys.getrefcount(x))
    print('n', sys.getrefcount(x), x)
f()
