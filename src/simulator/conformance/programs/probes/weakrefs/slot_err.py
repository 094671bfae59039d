# error text for a class with __slots__ without __weakref__
import weakref
class S: __slots__ = ('a',)
try: weakref.ref(S())
except TypeError as e: print(e)
