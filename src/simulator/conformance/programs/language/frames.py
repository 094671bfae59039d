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
