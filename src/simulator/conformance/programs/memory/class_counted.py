# Making a class: what it allocates on the way (the bound `__prepare__`, the super object that is asked for
# `__init_subclass__`) is there for a moment, and makes a collection due where the threshold is small.
import gc

gc.collect()
count = gc.get_count
met = []


def phase(name, info):
    if name == 'start':
        met.append(count())


def closure():
    class C:
        def f(self):
            return C


def plain():
    class C:
        pass


def slots():
    class C:
        __slots__ = ('a', 'b', '__weakref__')


class B:
    pass


def based():
    class C(B):
        def g(self):
            super().g


def called():
    type('C', (B,), {'held': 1, 'f': len})


def watched(make, threshold):
    gc.set_threshold(0)
    gc.collect(0)
    met.clear()
    gc.set_threshold(threshold, 50, 50)
    make()
    after = count()[0]
    gc.set_threshold(0)
    return len(met), after


gc.callbacks.append(phase)
for make in closure, plain, slots, based, called:
    for _ in range(5):
        make()
    for threshold in range(1, 14):
        print(make.__name__, threshold, watched(make, threshold))
