# deque([a]), Counter
import sys, collections
a = []
d = collections.deque([a])
print(sys.getrefcount(a), sys.getrefcount(d))
