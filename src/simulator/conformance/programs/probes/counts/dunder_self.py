# __len__, __eq__, __call__, __getitem__, __add__, __iter__, __contains__, __str__
import sys
class C:
    def __len__(self): return sys.getrefcount(self)
    def __eq__(self, o): return sys.getrefcount(self)
    def __call__(self): return sys.getrefcount(self)
    def __getitem__(self, i): return sys.getrefcount(self)
    def __add__(self, o): return sys.getrefcount(self)
    def __contains__(self, o): print(sys.getrefcount(self), end=' '); return True
    def __str__(self): return str(sys.getrefcount(self))
    def __setattr__(self, n, v): print(sys.getrefcount(self), end=' ')
c = C()
c.x = 1
1 in c
print(len(c), c == 1, c(), c[0], c + 1, str(c))
