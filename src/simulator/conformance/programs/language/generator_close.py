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
