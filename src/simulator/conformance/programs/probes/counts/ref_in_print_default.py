# print(sys.getrefcount(x)) from nested function reading nonlocal
import sys
def f():
    x = []
    def g():
        nonlocal x
        print(sys.getrefcount(x))
    g()
f()
