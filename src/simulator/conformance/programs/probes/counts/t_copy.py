# copy.copy / deepcopy element refs
import sys, copy
x = []
l = [x]
c = copy.copy(l); d = copy.deepcopy(l)
print(sys.getrefcount(x), sys.getrefcount(d[0]))
