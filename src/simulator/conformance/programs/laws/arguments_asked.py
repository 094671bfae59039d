# What native code asks of its arguments, and how often each is held while it is asked.
import collections
import functools
import gc
import itertools
import sys
import types


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

    def __hash__(self):
        self.told('hash')
        return 7

    def __index__(self):
        self.told('index')
        return 1

    def __bool__(self):
        self.told('bool')
        return True

    def __iter__(self):
        self.told('iter')
        return iter([(1, 2)])

    def __call__(self, *args, **keywords):
        self.told('call')
        return 5

    def __bytes__(self):
        self.told('bytes')
        return b'b'

    def __await__(self):
        self.told('await')
        return iter([1])

    def __getattr__(self, name):
        self.told(name)
        raise AttributeError(name)

    def __get__(self, instance, owner):
        self.told('get')
        return 5


def ask(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


async def waits(): return await s


s, t = Spy('s'), Spy('t')
for action in (
    lambda: type('C', (s,), {}),
    lambda: functools.partial(s, t)(),
    lambda: functools.partial(s, t, a=t)(t, b=t),
    lambda: functools.partial(s, t, a=t),
    lambda: list(itertools.repeat(1, s)),
    lambda: list(itertools.product('ab', repeat=s)),
    lambda: list(zip('a', 'b', strict=s)),
    lambda: collections.deque([s]).index(t),
    lambda: collections.deque([s]) == collections.deque([t]),
    lambda: collections.defaultdict(s)[t],
    lambda: collections.OrderedDict(s),
    lambda: types.SimpleNamespace(**{'': 1, 'a': s}),
    lambda: {slice(s, t): 1} if sys.version_info >= (3, 12) else None,
    lambda: int.from_bytes(s, 'big'),
    lambda: waits().send(None),
    lambda: object.__reduce_ex__(s, 2)[1],
    lambda: len(type('C', (), {'__len__': s})()),
    lambda: type('C', (), {'__class_getitem__': s})[t],
    lambda: type('D', (type('C', (), {'__init_subclass__': s}),), {}),
):
    ask(action)


class Early:
    def __call__(self):
        early['key'] = 'first'
        return 'second'


early = collections.defaultdict(Early())
print(early['key'], dict(early))


class Seen:
    def __get__(self, instance, owner): return sys.getrefcount(owner)


class Base: x = Seen()
class Derived(Base): pass


print(super(Derived, Derived).x, super(Derived, Derived()).x)
group = ExceptionGroup('g', collections.deque([ValueError(1)]))
print(repr(group))
