# A generator is closed while its frame is kept by the traceback of an exception it has caught: what dies at once, what stays.
import gc
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies', self.name)


def caught():
    try:
        raise ValueError
    except ValueError as error:
        return error


def flow():
    first, x, second = Noisy('first'), caught(), Noisy('second')
    try:
        yield x
    finally:
        print('flow ends')
    yield x


gc.collect()
for steps in 1, 2:
    y = flow()
    for _ in range(steps):
        x = next(y)
    frame = x.__traceback__.tb_frame.f_back
    print(sorted(frame.f_locals), sys.getrefcount(frame))
    y.close()
    print('closed', y.gi_frame is None, sys.getrefcount(frame))
    del x, y
    print(gc.collect(), sys.getrefcount(frame))
    del frame
    print(gc.collect())
