# bound methods in a list
import sys
class O:
    def upd(self): pass
o = O()
obs = [o.upd, o.upd]
print(sys.getrefcount(o), o.upd is o.upd, o.upd == o.upd)
