# attribute name strings
import sys
class A:
    def __init__(self): self.zq1 = 1
n = 'zq' + '1'
import sys
m = sys.intern(n)
print(m is n)
