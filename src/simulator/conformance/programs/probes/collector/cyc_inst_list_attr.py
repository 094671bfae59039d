# node.children list + parent (tree of 3)
import gc
class N:
    def __init__(self, p=None):
        self.parent = p; self.children = []
        if p: p.children.append(self)
gc.collect()
r = N(); N(r); N(r)
del r
print(gc.collect())
