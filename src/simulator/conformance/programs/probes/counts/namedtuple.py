# namedtuple field
import sys, collections
P = collections.namedtuple('P', 'x')
a = []
p = P(a)
print(sys.getrefcount(a))
