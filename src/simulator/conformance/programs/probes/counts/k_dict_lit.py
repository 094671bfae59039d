# {'a':5000,'b':5001} in function
import sys
def f():
    x = {'a': 5000, 'b': 5001}
    return sys.getrefcount(x), sys.getrefcount(x['a'])
print(f())
