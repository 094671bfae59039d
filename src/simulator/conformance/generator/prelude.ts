// What generated programs about references have at hand.

import type { Definitions } from './needed.ts'

/** Name → the text that defines it. */
export const definitions: Definitions = {
  gc: 'import gc',
  sys: 'import sys',
  copy: 'import copy',
  ref: 'from weakref import ref',
  dataclass: 'from dataclasses import dataclass',
  namedtuple: 'from collections import namedtuple',
  deque: 'from collections import deque',
  partial: 'from functools import partial',
  lru_cache: 'from functools import lru_cache',
  wraps: 'from functools import wraps',
  contextmanager: 'from contextlib import contextmanager',
  chain: 'from itertools import chain',
  islice: 'from itertools import islice',
  product: 'from itertools import product',
  zip_longest: 'from itertools import zip_longest',
  attrgetter: 'from operator import attrgetter',
  itemgetter: 'from operator import itemgetter',
  R: 'R = sys.getrefcount',
  S: 'S = sys.getsizeof',
  kept: 'kept = []',
  Node: `
class Node:
    def __init__(self, link):
        self.link = link

    def told(self, extra=None):
        return sys.getrefcount(self), extra is None or sys.getrefcount(extra)

    def __bool__(self):
        return True
`,
  Slim: `
class Slim:
    __slots__ = ('link', 'other', '__weakref__')
    __init__ = Node.__init__
    told = Node.told
`,
  Noisy: `
class Noisy(Node):
    made = 0

    def __init__(self, link):
        self.link = link
        Noisy.made += 1
        self.number = Noisy.made

    def __del__(self):
        print('dies', self.number)
`,
  Probed: `
class Probed(Node):
    def __init__(self, link):
        print('made', R(self), R(link))
        super().__init__(link)
        print(R(self), R(link))
`,
  Shown: `
class Shown(Node):
    @property
    def link(self):
        print('get', R(self), R(self.held))
        return self.held

    @link.setter
    def link(self, value):
        print('set', R(self))
        self.held = [value]
`,
  Held: `
class Held(Node):
    def __enter__(self):
        print('enter', R(self))
        return self

    def __exit__(self, kind, error, trace):
        print('exit', R(self), error is None or R(error))
        return kind is ValueError
`,
  Phoenix: `
class Phoenix(Node):
    def __del__(self, kept=kept):
        print('rises', len(kept))
        kept[:] = [self]
`,
  Rich: `
class Rich(Node):
    def __len__(self):
        print('len', R(self))
        return 2

    def __iter__(self):
        yield self
        print('goes on', R(self))
        yield self.link

    def __contains__(self, item):
        print('in', R(self), R(item))
        return item is self.link

    def __getitem__(self, key):
        print('get', R(self), R(key))
        return self.link

    def __setitem__(self, key, value):
        print('set', R(self), R(key), R(value))
        self.link = value

    def __delitem__(self, key):
        print('del', R(self), R(key))
        self.link = []

    def __call__(self, *rest, **named):
        print('called', R(self), len(rest) and R(rest), R(named))
        return [rest, named]

    def __eq__(self, other):
        print('eq', R(self), R(other))
        return self is other

    __hash__ = Node.__hash__

    def __add__(self, other):
        print('add', R(self), R(other))
        return Rich(other)

    def __radd__(self, other):
        print('radd', R(self), R(other))
        return self

    def __neg__(self):
        return [self, R(self)]

    def __getattr__(self, name):
        print('getattr', R(self))
        return self
`,
  Richer: `
class Richer(Rich):
    held = []

    def __getitem__(self, key):
        found = super().__getitem__(key)
        print(R(found), R(self))
        return found

    def __iadd__(self, other):
        print('iadd', R(self), R(other))
        self.link = other
        return self

    @classmethod
    def made(cls, value):
        print(R(value), cls is Richer)
        return cls(value)

    @staticmethod
    def plain(value):
        print(R(value))
        return [value]
`,
  Field: `
class Field:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, item, owner=None):
        print('field', R(self), R(item), R(owner) > 1)
        return item.__dict__.get(self.name, self)

    def __set__(self, item, value):
        print('keeps', R(self), R(item), R(value))
        item.__dict__[self.name] = value
`,
  Fielded: `
class Fielded(Rich):
    link = Field()
`,
  Meta: `
class Meta(type):
    def __call__(cls, *rest):
        made = super().__call__(*rest)
        print('meta', R(made), R(rest))
        return made
`,
  Ruled: `
class Ruled(Node, metaclass=Meta):
    pass
`,
  Data: `
@dataclass(eq=False)
class Data(Node):
    link: object
    other: object = None
`,
  Pair: `Pair = namedtuple('Pair', 'link other')`,
  counted: `
def counted(f):
    @wraps(f)
    def inner(*rest, **named):
        print(R(f), len(rest) and R(rest), R(named))
        return f(*rest, **named)
    return inner
`,
  known: `
@lru_cache(maxsize=2)
def known(item, more=None):
    print(R(item))
    return [item, more]
`,
  lent: `
@contextmanager
def lent(p):
    print('lent', R(p))
    try:
        yield [p]
    finally:
        print('back', R(p))
`,
  heard: `
def heard(gone):
    print('heard', R(gone), gone() is None)
`,
  many: `
def many(first, *rest, last=None, **named):
    print(R(first), len(rest) and R(rest), R(named), last is None or R(last))
    return [first, last]
`,
  deep: `
def deep(p, k):
    print(R(p))
    return deep(p, k - 1) if k else [p]
`,
  delegated: `
def delegated(y):
    print(R(y))
    got = yield from y
    print(got is None)
`,
  waits: `
async def waits(p):
    print(R(p))
    return p
`,
  Lent: `
class Lent(Node):
    async def __aenter__(self):
        print('aenter', R(self))
        return await waits(self)

    async def __aexit__(self, kind, error, trace):
        print('aexit', R(self), error is None or R(error))
        return True
`,
  ticks: `
async def ticks(p, n):
    print(R(p), R(n))
    yield p
    yield n
    print(R(p), R(n))
`,
  walks: `
async def walks(p, n):
    async with Lent(n) as item:
        print(R(item), R(p))
        p = [item async for item in ticks(p, n)]
        async for item in ticks(p, n):
            print(R(item))
        if p: raise ValueError(n)
    return p
`,
}
