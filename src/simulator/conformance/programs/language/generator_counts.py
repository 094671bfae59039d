# While a generator waits, its frame owns its locals: they count.
from sys import getrefcount


class Thing:
    def __del__(self):
        print('thing died')


def keep(thing):
    print('inside', getrefcount(thing))
    yield 1
    print('again', getrefcount(thing))
    yield 2


t = Thing()
print(getrefcount(t))
g = keep(t)
print('made', getrefcount(t), getrefcount(g))
next(g)
print('waiting', getrefcount(t), getrefcount(g))
next(g)
print('waiting', getrefcount(t))
next(g, None)
print('ended', getrefcount(t))
del g
print('deleted', getrefcount(t))

many = [keep(t) for _ in range(3)]
print(getrefcount(t))
many.pop()
print(getrefcount(t))
del many
print(getrefcount(t))

expression = (x for x in [t, t])
print(getrefcount(t))
first = next(expression)
print(getrefcount(t))
del first
print(getrefcount(t))
del expression
print(getrefcount(t))


def passes(value):
    got = yield value
    print('got', getrefcount(got))
    while True:
        got = yield got


p = passes(t)
print(next(p) is t, getrefcount(t))
p.send(t)
print(getrefcount(t))
p.send(None)
print(getrefcount(t))
p.close()
print(getrefcount(t))


def delegate(value):
    result = yield from passes(value)
    return result


d = delegate(t)
next(d)
print('delegating', getrefcount(t))
d.send(t)
print('delegating', getrefcount(t))
d.close()
print('closed', getrefcount(t))
del t
print('end')
