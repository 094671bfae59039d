# coroutine argument
import sys
async def c(x): return sys.getrefcount(x)
a = []
k = c(a)
try: k.send(None)
except StopIteration as e: print(e.value)
