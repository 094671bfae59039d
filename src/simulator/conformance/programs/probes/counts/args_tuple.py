# def f(*args): getrefcount(args[0]), getrefcount(args)
import sys
def f(*args): return sys.getrefcount(args[0]), sys.getrefcount(args)
a = []
print(f(a), f([]))
