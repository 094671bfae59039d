# __exit__ args
import sys
class CM:
    def __enter__(self): print(sys.getrefcount(self), end=' '); return self
    def __exit__(self, t, v, tb): print(sys.getrefcount(self), sys.getrefcount(v) if v else 0); return True
c = CM()
with c: pass
with c: raise ValueError
