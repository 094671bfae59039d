# Which calls of native code let a collection run that came due in them: with keywords, with a tuple or a dict unpacked, and
# once they have been made often enough to be specialised.
import gc
import sys
from functools import partial


def phase(name, info):
    if name == 'start':
        met.append(at)


class Point:
    def __init__(self, a):
        self.a = a


def length(it):
    return len(it)


met = []
at = 0
pair = [[], []]
named = {'key': len}
calls = [
    lambda: partial(print, key=length),
    lambda: partial(print, length),
    lambda: dict(a=pair, b=length),
    lambda: dict(named, a=pair),
    lambda: dict(**named),
    lambda: partial(print, **named),
    lambda: partial(*[print, pair]),
    lambda: sorted(pair, key=len),
    lambda: enumerate(pair, start=1),
    lambda: zip(pair, pair, strict=True),
    lambda: Exception([], [], []),
    lambda: ImportError([], name=[], path=[]),
    lambda: Point(a=[[], []]),
    lambda: '{a}{b}'.format(a=[], b=[]),
]
gc.callbacks.append(phase)
for number, call in enumerate(calls):
    for times in range(4):
        gc.collect()
        met.clear()
        gc.set_threshold(2)
        at = 'before'
        result = call()
        at = 'after'
        at = 'later'
        gc.set_threshold(700)
        print(number, times, met, sys.getrefcount(pair), sys.getrefcount(named))
gc.callbacks.clear()

gc.collect()
gc.callbacks.append(phase)
met.clear()
gc.set_threshold(2)
at = 'before'
result = partial(print, key=length)
at = 'after'
at = 'later'
gc.set_threshold(700)
print(met)
gc.collect()
met.clear()
gc.set_threshold(2)
at = 'before'
result = dict(**named, a=[])
at = 'after'
at = 'later'
gc.set_threshold(700)
print(met)
gc.callbacks.clear()
