# A generator that waits is closed when it dies: GeneratorExit is raised at its yield, so finally blocks run.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


def resource(name):
    local = Noisy(name)
    try:
        yield local.name
        yield 'never'
    except GeneratorExit:
        print('asked to leave')
        raise
    finally:
        print('cleaning', name)


g = resource('a')
print(next(g))
g.close()
print('closed')
g.close()
print(next(g, 'empty'))

g = resource('b')
print(next(g))
del g
print('gone')

g = resource('c')
g.close()
del g
print('never started')

for item in resource('d'):
    print(item)
    break
print('after the loop')


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


i = ignores()
next(i)
try:
    i.close()
except RuntimeError as error:
    print(error)


def plain(name):
    a = Noisy(name + '1')
    b = Noisy(name + '2')
    yield a
    yield b


p = plain('p')
next(p)
p.close()
print('p closed')
q = plain('q')
next(q)
del q
print('q gone')


def returns():
    try:
        yield
    except GeneratorExit:
        return 'kept'


r = returns()
next(r)
print(r.close() in (None, 'kept'))


def nested():
    try:
        yield from resource('inner')
    finally:
        print('nested done')


n = nested()
next(n)
n.close()


# Closed in every state, a generator gives back all it held.
import sys

R = sys.getrefcount


class Held:
    pass


def waits(x, after):
    try:
        yield x
    except GeneratorExit as stop:
        print('closing', R(x), R(stop))
        after.append(stop)
    finally:
        print('finally', R(x), R(after))


x, after = Held(), []
for state in ('new', 'waiting', 'ended', 'closed', 'dropped'):
    g = waits(x, after)
    print(state, R(x), R(after), R(g))
    if state != 'new':
        next(g)
        print(R(x), R(after))
    if state == 'ended':
        print(next(g, None))
    if state == 'dropped':
        del g
    else:
        g.close()
        g.close()
        print(R(x), R(after), R(g), g.gi_frame)
    print(R(x), len(after))
print(R(after.pop() if after else x), R(x), len(after))
after.clear()
print(R(x), R(after))


def refuses(x):
    while True:
        try:
            yield x
        except GeneratorExit:
            print('refuses', R(x))
            x = [x]
            yield x
            return


g = refuses(x)
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error, R(x), R(g))
print([R(y) for y in g], R(x))
