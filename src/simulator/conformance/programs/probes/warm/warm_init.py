# C() with Python __init__
import sys
class C:
    def __init__(self): out.append(sys.getrefcount(self))
out = []
def f(): C()
for _ in range(12): f()
print(out)
