# global constant read in function
import sys
N = 5000
def f(): return sys.getrefcount(N)
print(f(), sys.getrefcount(N))
