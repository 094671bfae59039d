# dict(d), d|d, {**d}
import sys
x = []
d = {'a': x}
e = dict(d); f = {**d}; g = d.copy()
print(sys.getrefcount(x))
