# instance attr set via __init__ param
import sys
class P:
    def __init__(self, x): self.x = x
a = []
p = P(a)
print(sys.getrefcount(a))
