# A cache whose entries vanish with their values.
import weakref


class Picture:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Picture({self.name})'


def attempt(action):
    try:
        print(action())
    except (TypeError, KeyError, RuntimeError) as error:
        print(f'{type(error).__name__}: {error}')


cache = weakref.WeakValueDictionary()
sun, moon = Picture('sun'), Picture('moon')
cache['sun'] = sun
cache['moon'] = moon
cache['mars'] = Picture('mars')
print(len(cache), list(cache), list(cache.values()), list(cache.items()), list(cache.keys()))
print('sun' in cache, 'mars' in cache, cache['sun'], cache.get('mars'), cache.get('mars', 'gone'))
attempt(lambda: cache['mars'])
attempt(lambda: cache.pop('mars'))
attempt(lambda: cache.setdefault('star', 5))
attempt(lambda: cache.update(star=5))
attempt(lambda: hash(cache))
print(cache.setdefault('sun', moon), cache.setdefault('pair', moon), len(cache))
print([reference() for reference in cache.valuerefs()], [wr.key for wr in cache.valuerefs()])
copy = cache.copy()
print(type(copy).__name__, copy == cache, copy | {'again': sun} == cache)
del moon
print(len(cache), sorted(cache), len(copy))

# Dying in the middle of an iteration.
many = [Picture(n) for n in range(4)]
shelf = weakref.WeakValueDictionary(enumerate(many))
for number in shelf:
    if number == 1:
        del many[2:]
    print(number)
print(len(shelf), list(shelf.items()))
for picture in shelf.values():
    many.clear()
    print('held by the loop:', picture)
    del picture
print(len(shelf))


def grow():
    for number in range(3):
        many.append(Picture(number))
        shelf[number] = many[-1]
    for number in shelf:
        shelf[number + 10] = many[0]
    return sorted(shelf)


attempt(grow)
print(shelf.popitem()[1] in many, cache.pop('sun'), cache.pop('sun', 'none'))
attempt(lambda: cache.popitem())
shelf.clear()
print(len(shelf))
import sys

R = sys.getrefcount

kept = weakref.WeakValueDictionary()
one = Picture('one')
kept['one'] = one
print(R(one), R(kept), weakref.getweakrefcount(one))
print(kept['one'] is one, kept.get('one') is one, R(one), R(kept['one']))
for name, picture in kept.items():
    print(R(picture), R(one))
del picture
print(R(one), [R(picture) for picture in kept.values()], R(one))
spare = Picture('spare')
print(kept.setdefault('one', spare) is one, kept.setdefault('two', spare) is spare, R(one), R(spare))
print(kept.pop('two') is spare, R(spare), R(dict(kept)), R(one))
two = kept.copy()
print(R(one), weakref.getweakrefcount(one), R(two))
del one
print(len(kept), len(two), R(kept))
