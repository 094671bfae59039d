# get_referents(instance of slots class)
import gc
class S: __slots__ = ('a', 'b')
s = S(); s.a = [1]; s.b = 2
print([type(r).__name__ for r in gc.get_referents(s)])
