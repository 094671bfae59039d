# x in obj with __contains__; obj.attr = v with __setattr__
import sys
class C:
    def __contains__(self, v): out.append(sys.getrefcount(self)); return True
    def __setattr__(self, k, v): out.append(sys.getrefcount(self)); out.append(sys.getrefcount(v))
out = []
c = C(); z = []
def f(c, z): z in c; c.q = z
for i in range(10): f(c, z)
print(out[:3], out[-3:])
