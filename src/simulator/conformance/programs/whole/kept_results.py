import sys
from collections import OrderedDict
from functools import wraps


def lru(size):
    def decorate(function):
        kept = OrderedDict()

        @wraps(function)
        def wrapper(key):
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
            result = function(key)
            kept[key] = result
            if len(kept) > size:
                kept.popitem(last=False)
            return result

        wrapper.kept = kept
        return wrapper

    return decorate


@lru(2)
def page(name):
    return {'name': name, 'lines': [name] * 3}


first = page('start')
again = page('start')
print(first is again, sys.getrefcount(first))
page('help')
page('about')
print(list(page.kept), sys.getrefcount(first))
del first
print(sys.getrefcount(again))
