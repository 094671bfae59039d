# for v in obj: Python __iter__/__next__
import sys
class C:
    def __iter__(self): return self
    def __next__(self):
        self.n = getattr(self, 'n', 0) + 1
        if self.n > 3: raise StopIteration
        return sys.getrefcount(self)
def f():
    c = C()
    return [v for v in c]
print([f() for _ in range(10)][::9])
