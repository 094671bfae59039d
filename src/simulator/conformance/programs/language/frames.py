# Frames: who called whom, from which line, with which variables.
import sys


def inner(a):
    b = a * 2
    frame = sys._getframe()
    print(frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals))
    print(frame.f_back.f_code.co_name, frame.f_back.f_lineno, frame.f_back.f_back.f_code.co_name)
    print(sys._getframe(1) is frame.f_back, frame.f_globals is globals())
    return frame


def outer():
    x = 'outer x'
    return inner(3)


frame = outer()
print(frame.f_lineno, frame.f_locals['b'], frame.f_back.f_code.co_name)
print(frame.f_back.f_locals)
frame.clear()
print(frame.f_locals)
try:
    sys._getframe().clear()
except RuntimeError as error:
    print(error)
try:
    sys._getframe(99)
except ValueError as error:
    print(error)
del frame


def caller_name():
    return sys._getframe(1).f_code.co_name


def somebody():
    return caller_name()


print(somebody(), caller_name())


class Noisy:
    def __del__(self):
        print('noisy dies')


def keeps():
    noisy = Noisy()
    return sys._getframe()


f = keeps()
print('frame keeps it')
del f
print('gone')


def fails(n):
    if n:
        fails(n - 1)
    else:
        raise KeyError('deep')


try:
    fails(2)
except KeyError as error:
    tb = error.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_locals.get('n'))
        tb = tb.tb_next
    print(sys.exc_info()[0] is KeyError, sys.exc_info()[1] is error, sys.exc_info()[2] is error.__traceback__)
print(sys.exc_info())


def generator():
    yield sys._getframe().f_back.f_code.co_name


def uses():
    return list(generator()), next(generator())


print(uses())
print(type(sys._getframe()).__name__, sys._getframe().f_back, sys._getframe().f_locals is globals())


# What a frame holds, and who holds a frame.
class Local:
    pass


R = sys.getrefcount


def watched(a):
    b = a
    frame = sys._getframe()
    print(R(a), R(frame))
    seen = frame.f_locals
    print(R(a), R(frame), R(seen), seen['b'] is a)
    seen = None
    print(R(a), R(frame), frame.f_locals['a'] is a, R(a))
    return frame


thing = Local()
frame = watched(thing)
print(R(thing), R(frame), R(frame.f_locals['a']), R(thing))
snapshot = frame.f_locals
print(R(thing), R(frame), R(snapshot))
frame.clear()
print(R(thing), R(frame))
del snapshot
print(R(thing))


def inner_frame():
    return sys._getframe(1)


def between(x):
    f = inner_frame()
    print(R(x), R(f), f is sys._getframe(), R(f))
    del f
    g = [sys._getframe()]
    print(R(x), R(g[0]))


between(thing)
print(R(thing), R(between))


def raises(x):
    y = [x]
    raise KeyError


try:
    raises(thing)
except KeyError as error:
    last = error.__traceback__.tb_next
    print(R(thing), R(last), R(last.tb_frame), R(last.tb_frame.f_locals['y']))
    last.tb_frame.clear()
    print(R(thing))
del last, frame
print(R(thing))


# In which order a frame gives up what it holds: cleared, or dropped.
def make(given):
    def running(a, d=Noisier('default')):
        b = Noisier('local')
        return sys._getframe()
    return running(given)


class Noisier:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('dies', self.name)


frame = make(Noisier('argument'))
frame.f_locals['extra'] = Noisier('extra')
print('cleared:')
frame.clear()
print('dropped:')
del frame
frame = make(Noisier('argument'))
frame.f_locals['extra'] = Noisier('extra')
print('dropped:')
del frame
old = Local()
frame = make(old)
mapping = frame.f_locals
for i in range(2):
    mapping['a'] = old
    mapping['b'] = Local()
    print(R(old), R(mapping['a']), R(mapping['b']))
print('again')
mapping['a'] = Noisier('other')
print(R(old), R(mapping))
del mapping
print(R(old), R(frame))
frame.clear()
print(R(old))
del frame
print(R(old))
