# ((1,2),[3]) non const, (5000,(6000,))
import sys
t = (5000, (6000,))
print(sys.getrefcount(t), sys.getrefcount(t[1]), sys.getrefcount(t[1][0]))
u = (5000, [])
print(sys.getrefcount(u), sys.getrefcount(u[0]))
