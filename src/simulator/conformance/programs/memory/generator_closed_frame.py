# A generator that is closed: whether its frame, which somebody keeps, learns who closed it, and when what it held dies. And what
# the collector sees of one that has handled an exception: None in its place, up to 3.12.
import gc
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies', self.name)


def plain(held):
    global kept
    kept = sys._getframe()
    yield 1


def handled(held):
    global kept
    try:
        raise ValueError
    except ValueError as error:
        kept = error.__traceback__.tb_frame
    yield 1


def looped(held):
    global kept
    for _ in range(2):
        kept = sys._getframe()
        yield 1


def guarded(held):
    global kept
    kept = sys._getframe()
    try:
        yield 1
    finally:
        print('ends')


def closer(flow, how):
    y = flow(Noisy(flow.__name__))
    next(y)
    print(sorted(type(it).__name__ for it in gc.get_referents(y)))
    how(y)
    del y
    back = kept.f_back
    print(back and back.f_code.co_name)
    print(gc.collect())


def left(y):
    pass


def closed(y):
    y.close()


def thrown(y):
    try:
        y.throw(KeyError)
    except KeyError:
        pass


for flow in plain, handled, looped, guarded:
    for how in left, closed, thrown:
        print(flow.__name__, how.__name__)
        closer(flow, how)
