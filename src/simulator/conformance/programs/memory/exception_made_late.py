# An exception that native code raises without an argument is made only when somebody catches it, up to 3.11: a generator
# that is closed unheard allocates a frame and a traceback, but no GeneratorExit.
import gc

gc.collect()
count = gc.get_count
met = []


def phase(name, info):
    if name == 'start':
        met.append(count())


def heard():
    try:
        yield 1
    except GeneratorExit:
        pass


def nested(inner):
    yield 1


def unstarted():
    (i for i in ())


def waiting():
    next(i for i in [1, 2])


def both():
    outer = nested((i for i in ()))
    next(outer)


def handling():
    try:
        raise ValueError
    except ValueError:
        (i for i in ())


def exhausted():
    try:
        next(iter(()))
    except StopIteration:
        pass


def watched(work, threshold, generation):
    gc.set_threshold(0)
    gc.collect(generation)
    met.clear()
    gc.set_threshold(threshold, 50, 50)
    work()
    after = count()[0]
    gc.set_threshold(0)
    return len(met), after


gc.callbacks.append(phase)
for work in unstarted, waiting, both, handling, exhausted, lambda: next(heard()):
    for _ in range(5):
        work()
    for threshold in range(0, 9):
        print(work.__name__, threshold, watched(work, threshold, 0), watched(work, threshold, 2))
