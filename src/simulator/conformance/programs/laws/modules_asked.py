# What the functions of modules ask of their arguments, and how often each is held while it is asked.
import array
import asyncio
import gc
import heapq
import random
import re
import sys
import time
import types
import weakref


# When a first collection comes depends on what the imports have made.
gc.disable()


class Spy:
    def __init__(self, name): self.name = name
    def told(self, what): print(f'{self.name}.{what}', sys.getrefcount(self), end=' ')

    def __repr__(self):
        self.told('repr')
        return self.name

    def __eq__(self, other):
        self.told('eq')
        return self is other

    def __lt__(self, other):
        self.told('lt')
        return True

    def __index__(self):
        self.told('index')
        return 0

    def __bool__(self):
        self.told('bool')
        return True

    def __float__(self):
        self.told('float')
        return 0.0

    def __len__(self):
        self.told('len')
        return 2

    def __iter__(self):
        self.told('iter')
        return Items([2, 1])

    def __call__(self): pass
    def __bytes__(self): return b'never asked'
    def __reversed__(self): return 'never asked'


class Items(Spy):
    def __init__(self, items): self.name, self.items = 'items', items

    def __iter__(self):
        self.told('iter')
        return self

    def __next__(self):
        self.told('next')
        if not self.items: raise StopIteration
        return self.items.pop()


class Wanted(Spy):
    def __getattr__(self, name):
        self.told(name)
        raise AttributeError(name)


class Alias(Spy):
    def __getattr__(self, name):
        self.told(name)
        return 5


class Truth:
    def __bool__(self): return True


class Real:
    def __float__(self): return 0.0


def ask(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


s, t = Spy('s'), Spy('t')
wanted, alias, truth, real = Wanted('wanted'), Alias('alias'), Truth(), Real()
match = re.match('(a)a', 'aa')
proxy = weakref.proxy(s)
for action in (
    lambda: array.array('i', s),
    lambda: array.array('i', Items([1])),
    lambda: array.array('i').extend(s),
    lambda: len(gc.get_objects(generation=s)) >= 0,
    lambda: types.CellType(s) == types.CellType(t),
    lambda: types.CellType(s) < types.CellType(t),
    lambda: types.CellType() < types.CellType(t),
    lambda: types.GenericAlias(list, wanted),
    lambda: types.GenericAlias(list, ([wanted], ask)),
    lambda: types.GenericAlias(list, alias),
    lambda: types.GenericAlias(alias, (type(None), ...)),
    lambda: type(proxy),
    lambda: bytes(proxy),
    lambda: reversed(proxy),
    lambda: bytes(weakref.proxy(Spy)),
    lambda: match.group(s),
    lambda: match.group(s, t),
    lambda: match.start(s),
    lambda: heapq.nlargest(1, s),
    lambda: heapq.nlargest(2, s),
    lambda: heapq.nsmallest(2, s),
    lambda: heapq.nsmallest(3, s),
    lambda: random.sample(s, 1),
    lambda: random.sample(bytearray(b'a'), 1),
):
    ask(action)

for x in s, truth, real, 'x', -1, -1.0, float('nan'), float('inf'), 2**70, 0:
    ask(lambda: time.sleep(x))
    ask(lambda: x == 0 or time.gmtime(x)[0])
for x in s, 5, (1,), (2000, 13, 1, 1, 1, 1, 1, 1, 1), (2000, 0, 0, 0, 0, 0, 0, 0, s), (1.5,) * 9:
    ask(lambda: time.strftime('%Y %m %d', x))
    ask(lambda: time.asctime(x))
ask(lambda: time.strftime(5))


class Awaited:
    def __await__(self):
        print('awaited', end=' ')
        return iter(())


for x in 5, None, len, Awaited():
    try:
        print(asyncio.run(x))
    except Exception as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])
