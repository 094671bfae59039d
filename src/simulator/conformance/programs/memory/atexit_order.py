# Functions registered with atexit run when the module has ended, the last one first; the names still exist then.
import atexit


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies:', self.name)


class Named(Thing):
    def __repr__(self):
        return self.name


def show(*args, **kwargs):
    print('called', args, kwargs)


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print('TypeError:', error)


thing = Thing('global')
attempt(lambda: atexit.register())
attempt(lambda: atexit.register(5))
attempt(lambda: atexit.unregister())
print(atexit.register(show, 1, 2, key=3) is show)
atexit.register(show)
atexit.unregister(show)
atexit.register(show, 'kept')


@atexit.register
def last_words():
    print('still there:', thing.name)
    atexit.register(show, 'too late')


atexit.register(show, [Named("argument")])
import sys

R = sys.getrefcount
before, argument = R(show), ['argument']


def leave(what, key=None):
    print('counts', R(what), R(key), R(leave))


atexit.register(leave, argument, key=argument)
print(R(show) - before, R(argument), R(leave))
atexit.register(leave, argument)
atexit.unregister(leave)
print(R(argument), R(leave))
atexit.register(leave, argument, argument)
print(R(argument), R(leave))
print('end of the module')
