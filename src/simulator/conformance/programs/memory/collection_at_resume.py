# A collection that is due waits for the function's RESUME, which comes after its cells are made, or for the end of a call.
# An exception is set aside while its traceback is made: that, too, can make one due.
import gc
from _weakref import ref

gc.collect()
count = gc.get_count
met = []


def phase(name, info):
    if name == 'start':
        met.append(count())


class Slim:
    __slots__ = ('link', '__weakref__')

    def __init__(self, link):
        self.link = link


class Watched(Slim):
    __slots__ = ('me',)

    def __init__(self, link):
        super().__init__(link)
        self.me = ref(self)


def hold(it):
    return lambda: it


def knot(it):
    def inner():
        return inner, it
    return inner


def stream(it):
    try:
        yield it
    finally:
        pass


def caught(it):
    try:
        raise ValueError(it)
    except ValueError as error:
        return error


def watched(make, threshold, generation):
    gc.set_threshold(0)
    gc.collect(generation)
    met.clear()
    gc.set_threshold(threshold, 50, 50)
    make()
    after = count()[0]
    gc.set_threshold(0)
    return len(met), after


a = []
made = {
    'hold': lambda: hold(a),
    'knot': lambda: knot(a),
    'caught': lambda: caught(a),
    'stream': lambda: list(stream(a)),
    'Slim': lambda: Slim(a),
    'Watched': lambda: Watched(a),
}
gc.callbacks.append(phase)
for name, make in made.items():
    for _ in range(40):
        make()
    for threshold in range(0, 9):
        print(name, threshold, watched(make, threshold, 0), watched(make, threshold, 2))
