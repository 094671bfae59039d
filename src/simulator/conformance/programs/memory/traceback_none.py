# An exception whose traceback was set to None, and who refers to that None.
import gc
x=ValueError()
x=x.with_traceback(None)
print(gc.get_referents(x))
x=ValueError()
x.__traceback__=None
print(gc.get_referents(x))
x.__cause__=None; x.__context__=None
print(gc.get_referents(x), x.__traceback__)
try: del x.__traceback__
except Exception as e: print(e)
