// What generated programs about the memory system have at hand.

import type { Definitions } from '../needed.ts'

/** Name → the text that defines it. */
export const definitions: Definitions = {
  gc: 'import gc',
  sys: 'import sys',
  copy: 'import copy',
  deque: 'from _collections import deque',
  partial: 'from _functools import partial',
  ref: 'from _weakref import ref',
  proxy: 'from _weakref import proxy',
  finalize: 'from weakref import finalize',
  getweakrefcount: 'from _weakref import getweakrefcount',
  WeakMethod: 'from weakref import WeakMethod',
  WeakValueDictionary: 'from weakref import WeakValueDictionary',
  WeakKeyDictionary: 'from weakref import WeakKeyDictionary',
  WeakSet: 'from weakref import WeakSet',
  R: 'R = sys.getrefcount',
  saved: 'saved = []',
  Node: `
class Node:
    made = number = 0

    def __init__(self, link):
        Node.made += 1
        self.number = Node.made
        self.link = link

    def __hash__(self):
        return self.number

    def told(self):
        return self.number
`,
  Slim: `
class Slim:
    __slots__ = ('number', 'other', 'link', '__weakref__')
    __init__ = Node.__init__
    __hash__ = Node.__hash__
    told = Node.told
`,
  Noisy: `
class Noisy(Node):
    def __del__(self, R=sys.getrefcount):
        print('dies', self.number, R(self))
`,
  SlimNoisy: `
class SlimNoisy(Slim):
    __slots__ = ()

    def __del__(self):
        print('goes', self.number)
`,
  Phoenix: `
class Phoenix(Node):
    def __del__(self, saved=saved):
        print('rises', self.number, len(saved))
        saved.append(self)
`,
  /** What \`__del__\` looks for is there when the instance's own dict is gone, too. */
  Watched: `
class Watched(Node):
    me = int

    def __init__(self, link, ref=ref):
        super().__init__(link)
        self.me = ref(self)

    def __del__(self):
        print('seen', self.number, self.me() is self)
`,
  Caller: `
class Caller(Node):
    def __del__(self, gc=gc):
        print('calls', self.number, gc.collect())
`,
  Deep: `
class Deep(Node):
    names = ()

    def __init__(self, link):
        super().__init__(link)
        self.names = self.__dict__

    def __del__(self):
        print('deep', self.number, len(self.names))
`,
  /** Printing the exceptions themselves would take addresses, and in 3.15 a module that comes with much to collect. */
  ignored: `
def ignored(told):
    print('ignored', repr(told.exc_value), told.err_msg is None, told.object is None, told.exc_traceback is None)
`,
  Raiser: `
class Raiser(Node):
    def __del__(self):
        raise ValueError(self.number)

sys.unraisablehook = ignored
`,
  angry: `
def angry(gone):
    raise LookupError(callable(gone) and gone() is None)

sys.unraisablehook = ignored
`,
  Tagged: `
class Tagged(ref):
    pass
`,
  heard: `
def heard(gone):
    print('heard', callable(gone) and gone() is None)
`,
  echo: `
def echo(number):
    return lambda gone: print('echo', number, callable(gone) and gone() is None)
`,
  hold: `
def hold(it):
    return lambda: it
`,
  knot: `
def knot(it):
    def inner():
        return inner, it
    return inner
`,
  family: `
def family(it):
    class Local(Node):
        held = it

        def seen(self):
            return Local, it

        def __del__(self):
            print('local', self.number)

    return Local
`,
  stream: `
def stream(it):
    try:
        yield it
        yield [it]
    finally:
        print('stream ends')
`,
  caught: `
def caught(it):
    try:
        raise ValueError(it)
    except ValueError as error:
        return error
`,
  knotted: `
def knotted(it):
    try:
        raise ValueError
    except ValueError as error:
        kept = error
    return kept
`,
  nested: `
def nested(it, depth):
    for i in range(depth):
        it = [it] if i % 3 else (it, [])
    return it
`,
  chain: `
def chain(it, depth, made):
    for i in range(depth):
        it = (made if i % 20 == 7 else Node)(it)
    return it
`,
  drop: `
def drop(it, name):
    if hasattr(it, name):
        delattr(it, name)
`,
  copied: `
def copied(it):
    try:
        return copy.deepcopy(it)
    except Exception as error:
        print(type(error).__name__)
        return []
`,
  phase: `
def phase(name, info):
    print(name, info['generation'], info['collected'], info['uncollectable'])
`,
}
