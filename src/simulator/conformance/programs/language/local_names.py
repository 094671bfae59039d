# locals(), globals(), vars() and dir().
from sys import getrefcount


def f(a, b=2):
    c = a + b
    print(locals())
    first = locals()
    d = 4
    second = locals()
    print(sorted(first), sorted(second), first is second)
    first['c'] = 'changed'
    print(c, locals()['c'])
    del d
    print('d' in locals(), 'd' in second)


f(1)


def closure():
    x = 1
    y = 2

    def inner():
        print(locals())
        return x
    inner()
    print(sorted(locals()))


closure()
print(locals() is globals(), vars() is globals(), 'f' in dir())


class C:
    attribute = 1
    names = sorted(n for n in locals() if not n.startswith('_'))
    print(names, 'attribute' in vars())

    def method(self):
        self.x = 1
        return vars(self), dir()


print(C.names, C().method(), sorted(k for k in vars(C) if k[0] != '_'))
print([sorted(locals()) for i in range(1)][0] in (['.0', 'i'], sorted(globals())) or 'inlined')


class Thing:
    pass


def counts(thing):
    print(getrefcount(thing))
    snapshot = locals()
    print(getrefcount(thing))
    del snapshot
    print(getrefcount(thing))
    locals()
    return getrefcount(thing)


print(counts(Thing()))
globals()['made'] = 'by globals'
print(made)
try:
    vars(3)
except TypeError as error:
    print(error)


def generator(n):
    m = n
    yield locals()
    yield sorted(locals())


print(list(generator(1)))
