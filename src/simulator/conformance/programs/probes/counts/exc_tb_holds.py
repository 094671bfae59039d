# traceback keeps the raising frame's locals
import sys
a = []
def f(x): raise ValueError
try:
    f(a)
except ValueError as e:
    print(sys.getrefcount(a), end=' ')
print(sys.getrefcount(a), end=' ')
keep = None
try:
    f(a)
except ValueError as e:
    keep = e
print(sys.getrefcount(a))
