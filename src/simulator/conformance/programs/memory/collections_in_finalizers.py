# A finalizer that asks for a collection while its own object is being collected: it gets none, but on 3.12 it does where
# another has run inside the callbacks of the first.
import gc
import sys


class Caller:
    def __init__(self, number):
        self.number = number
        self.me = self

    def __del__(self):
        found = gc.collect()
        print('calls', self.number, found, sys.getrefcount(self))


class Maker(Caller):
    def __del__(self):
        rings = []
        for i in range(20):
            ring = []
            ring.append(ring)
            rings.append(ring)
        print('makes', self.number, len(rings), sys.getrefcount(ring))


def phase(name, info):
    made = [[] for i in range(12)]
    print(name, info['generation'], info['collected'], len(made))


def run(*classes):
    for number, each in enumerate(classes):
        each(number)
    print(gc.collect())


gc.collect()
run(Caller, Caller)
run(Maker, Caller, Maker)
gc.callbacks.append(phase)
run(Caller, Caller)
gc.set_threshold(10, 3, 2)
run(Caller, Caller)
run(Caller, Maker, Caller)
gc.set_threshold(700)
gc.callbacks.clear()
print(gc.collect())
