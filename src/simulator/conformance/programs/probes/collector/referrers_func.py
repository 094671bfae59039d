# referrers of a local inside a function
import gc
def f():
    x = []
    y = [x]
    return [type(r).__name__ for r in gc.get_referrers(x)]
print(f())
