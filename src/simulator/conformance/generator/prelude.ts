// What generated programs about references have at hand.

import type { Definitions } from './needed.ts'

/** Name → the text that defines it. */
export const definitions: Definitions = {
  gc: 'import gc',
  sys: 'import sys',
  copy: 'import copy',
  ref: 'from weakref import ref',
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
}
