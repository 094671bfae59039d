# object passed to builtin while held
import sys
a = []
print(max([a, a], key=lambda x: sys.getrefcount(x)) is a, len([sys.getrefcount(a)]), sys.getrefcount(a))
