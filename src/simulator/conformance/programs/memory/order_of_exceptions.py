# Where an exception and its arguments stand among the collector's objects, before and after collections.
import gc


def caught(it):
    try:
        raise ValueError(it)
    except ValueError as error:
        return error


def own(it):
    try:
        raise Own(it)
    except Own as error:
        return error


class Own(ValueError):
    pass


class Node:
    def __init__(self, name, link):
        self.name = name
        self.link = link

    def __del__(self):
        print('dies', self.name)


def stream(it):
    yield it


def show(x, y):
    kept = x, x.args, x.__traceback__, y
    print([type(o).__name__ for o in gc.get_objects() if any(o is each for each in kept)])


def flow(make):
    x = make(held)
    y = stream(x)
    show(x, y)
    gc.collect()
    show(x, y)
    gc.collect()
    show(x, y)
    yield x


def circle(make):
    x = make(Node('argument', None))
    x.kept = Node('kept', x)
    x.args[0].link = x
    return x


held = {}
gc.collect()
for make in caught, own:
    x = make(held)
    y = stream(x)
    show(x, y)
    gc.collect()
    show(x, y)
    waiting = flow(make)
    next(waiting)
    circle(make)
    print(gc.collect())
    x = circle(make)
    gc.collect()
    del x
    print(gc.collect())
