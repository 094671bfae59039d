# A generator that has handled an exception, one that is closed and one that is thrown into: what it still holds.
from sys import getrefcount


class Wrong(Exception):
    pass


def handling(thing):
    try:
        raise Wrong(thing)
    except Wrong as wrong:
        yield getrefcount(thing), getrefcount(wrong)
    yield getrefcount(thing)
    try:
        yield 'waits'
    except Wrong as thrown:
        yield getrefcount(thing), getrefcount(thrown)
    finally:
        seen.append(getrefcount(thing))


seen = []
thing = object()
for end in 'exhausted', 'closed', 'dropped':
    gen = handling(thing)
    print(end, getrefcount(thing), next(gen), getrefcount(thing), next(gen), next(gen), getrefcount(gen))
    wrong = Wrong('thrown')
    if end == 'exhausted':
        print(gen.throw(wrong), getrefcount(wrong), list(gen), getrefcount(wrong))
    elif end == 'closed':
        gen.close()
    else:
        del gen
    print(seen, getrefcount(thing), getrefcount(wrong))
    wrong.__traceback__ = None
    seen.clear()
print(getrefcount(thing))


def inner(thing):
    try:
        yield thing
    except Wrong as wrong:
        yield getrefcount(thing), getrefcount(wrong)


def outer(thing):
    yield from inner(thing)
    yield getrefcount(thing)


gen = outer(thing)
print(next(gen) is thing, getrefcount(thing))
wrong = Wrong()
print(gen.throw(wrong), getrefcount(wrong))
print(next(gen), getrefcount(thing), getrefcount(wrong))
del gen
print(getrefcount(thing), getrefcount(wrong))
