# A few calls of native code do not ask, once they are warm, whether a collection is due: it waits for the next that asks.
import gc


def append(items, new):
    items.append(new())
    return gc.get_count()[0]


def append_used(items, new):
    given = items.append(new())
    return gc.get_count()[0]


def length(items, new):
    len(items) + len([new()])
    return gc.get_count()[0]


def check(items, new):
    isinstance(new(), int)
    return gc.get_count()[0]


def kind(items, new):
    type(new())
    return gc.get_count()[0]


def listed(items, new):
    list((new(),))
    return gc.get_count()[0]


def text(items, new):
    str(new())
    return gc.get_count()[0]


def told(function, new):
    items = []
    results = []
    for threshold in 0, 3, 3, 3, 3, 3:
        gc.set_threshold(0)
        gc.collect()
        gc.set_threshold(threshold)
        results.append(function(items, new))
    gc.set_threshold(0)
    print(function.__name__, new.__name__, results)


def pair():
    return [[], [], []]


for function in append, append_used, length, check, kind, listed, text:
    told(function, pair)
