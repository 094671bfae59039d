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
