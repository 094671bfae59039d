# The functions of sys have one holder more than their names: a copy that the interpreter keeps.
import sys
from sys import getrefcount, getsizeof, intern

print(getrefcount(getrefcount), getrefcount(getsizeof), getrefcount(intern))
print(sys.getrefcount(sys.getrefcount), sys.getrefcount(sys.exit))
R = getrefcount
for turn in range(3):
    print(R(R), [R(R) for _ in range(2)], (lambda: R(R))())
del getsizeof
print(R(sys.getsizeof))
