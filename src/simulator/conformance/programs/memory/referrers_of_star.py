# Whether the tuple of `*t` is found by gc.get_referrers(*t).
import gc, sys
class C: pass
c = C()
t = (c, c)
print([type(o).__name__ for o in gc.get_referrers(c)])
print([type(o).__name__ for o in gc.get_referrers(*t)])
print([type(o).__name__ for o in gc.get_referents(*t)])
