# Slices and mapping proxies: without a hash up to 3.11, with one of what they hold from 3.12 on.
import types
from collections.abc import Hashable


def ask(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


class Key:
    def __hash__(self): return 5


proxy = types.MappingProxyType({})
for thing in slice(1, 2), proxy:
    ask(lambda: type(thing).__hash__ is None)
    ask(lambda: thing.__hash__ is None)
    ask(lambda: '__hash__' in vars(type(thing)))
    ask(lambda: isinstance(thing, Hashable))
    ask(lambda: hash(thing) == hash(thing))
    ask(lambda: thing.__hash__() == hash(thing))
    ask(lambda: thing in {})
    ask(lambda: thing in {1})
    ask(lambda: {thing: 1} == {thing: 1})
ask(lambda: hash(slice(Key(), 2)) == hash(slice(Key(), 2)))
ask(lambda: hash(slice([], 2)))
ask(lambda: {}[1:2])
