# x[0 if c else 1]: x held across branch
import sys
class L(list):
    def __getitem__(self, i): return sys.getrefcount(self)
def f(c):
    x = L([1, 2])
    return x[0], x[0 if c else 1]
print(f(1))
