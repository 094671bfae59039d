# self-cycles created in a loop: how many collected per automatic run
import gc
class S: __slots__ = ('a',)
got = []
def cb(ph, info):
    if ph == 'stop': got.append((info['generation'], info['collected']))
gc.collect()
gc.callbacks.append(cb)
for n in range(10000):
    x = S(); x.a = x
gc.callbacks.clear()
print(got[:16])
