# delegation
import sys
def g(x): yield sys.getrefcount(x)
def h(x): yield from g(x)
a = []
print(list(h(a)), list(h([])))
