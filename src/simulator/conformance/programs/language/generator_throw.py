# throw() raises where the generator waits; it may catch it, turn it into another, or let it through.
def stubborn():
    n = 0
    while True:
        try:
            n += 1
            yield n
        except ValueError as error:
            print('caught', error)
        finally:
            print('finally', n)


g = stubborn()
print(next(g))
print(g.throw(ValueError('one')))
print(g.throw(ValueError('two')))
try:
    g.throw(KeyError('three'))
except KeyError as error:
    print('out came', repr(error), error.__context__)
try:
    next(g)
except StopIteration:
    print('dead')

h = stubborn()
try:
    h.throw(RuntimeError('before the start'))
except RuntimeError as error:
    print(error, error.__traceback__.tb_next.tb_lineno)
print(next(h, 'ended'))


def leaky():
    yield 1
    raise StopIteration('inside')


try:
    list(leaky())
except RuntimeError as error:
    print(error, '|', repr(error.__cause__), error.__context__ is error.__cause__)


def inner():
    try:
        yield 'i'
    except LookupError:
        yield 'inner caught'
    return 'r'


def middle():
    value = yield from inner()
    print('inner gave', value)
    yield 'm'


m = middle()
print(next(m))
print(m.throw(KeyError))
print(next(m))
for wrong in (3, 'x', int):
    try:
        middle().throw(wrong)
    except TypeError as error:
        print(error)
try:
    m.throw(IndexError('i'), )
except IndexError as error:
    print(repr(error))


def busy():
    try:
        yield next(me)
    except ValueError as error:
        yield error


me = busy()
print(next(me))


# What is thrown in is held by the one who caught it.
import sys

R = sys.getrefcount


class Boom(Exception):
    pass


def catches(x):
    while True:
        try:
            yield x
        except Boom as boom:
            print('caught', R(boom), R(x), R(boom.args))
            x = boom


x, boom = [], Boom([])
c = catches(x)
print(next(c) is x, R(x), R(boom))
back = c.throw(boom)
print(back is boom, R(boom), R(x), R(boom.__traceback__))
del back
print(R(boom), R(c))
c.close()
print(R(boom), R(x))
boom.__traceback__ = None


def passes(x):
    yield x


for state in ('new', 'waiting', 'over'):
    p = passes(x)
    if state != 'new':
        next(p)
    if state == 'over':
        next(p, None)
    try:
        p.throw(boom)
    except Boom as error:
        print(state, R(error), R(x), R(p), R(boom.__traceback__))
    boom.__traceback__ = None
    print(R(boom), R(x))


def delegates(g):
    yield from g


inner = catches(x)
d = delegates(inner)
next(d)
print(d.throw(boom) is boom, R(boom), R(inner), R(x))
d.close()
print(R(boom), R(inner), R(x))
