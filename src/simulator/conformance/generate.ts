// Small valid programs about references, as trees that fast-check makes and shrinks: names, lists, nodes and dicts that
// hold each other, functions, loops, exceptions, finalizers, collections, with probes of counts everywhere. Each name keeps
// its kind, so that every program runs to its end; nothing is printed that depends on an address.

import fc from 'fast-check'

/** A piece of a program: lines, and blocks of pieces that stand indented below them. */
export type Piece = string | { readonly head: string; readonly body: readonly Piece[] }

const lists = ['p', 'q', 'r'] as const
const nodes = ['n', 'm'] as const
const dicts = ['d', 'e'] as const
const everything = [...lists, ...nodes, ...dicts]

/** The last line of the body prints this; what comes after it is the interpreter's exit. */
export const END = 'the body has ended'

const prelude = `import gc
import sys
import weakref


class Node:
    def __init__(self, link):
        self.link = link

    def told(self, extra):
        return sys.getrefcount(self), sys.getrefcount(extra)


class Noisy(Node):
    made = 0

    def __init__(self, link):
        self.link = link
        Noisy.made += 1
        self.number = Noisy.made

    def __del__(self):
        print('dies', self.number)


`

/** Gives every name that is not a parameter a value of its kind. */
const beginning = (given: readonly string[]): string[] =>
  everything
    .filter((name) => !given.includes(name))
    .map((name) => `${name} = ${kind(name) === lists ? '[]' : kind(name) === nodes ? 'Node(None)' : '{}'}`)

function kind(name: string): readonly string[] {
  return [lists, nodes, dicts].find((names) => (names as readonly string[]).includes(name)) ?? lists
}

const list = fc.constantFrom(...lists)
const node = fc.constantFrom(...nodes)
const dict = fc.constantFrom(...dicts)
const any = fc.constantFrom(...everything)
const key = fc.constantFrom("'a'", "'b'", '1')
const value = fc.oneof(
  { weight: 6, arbitrary: any },
  { weight: 1, arbitrary: fc.constantFrom('1000', "'some text'", '2.5', '(p, n)', '[q]', 'Noisy(r)', '{2: d}') },
)

const fill = (template: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((filled) => filled.reduce((text, part) => text.replace('_', () => part), template))

/** Statements of one line. Underscores are filled from left to right. */
const simple: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 6, arbitrary: fill('print(sys.getrefcount(_))', any) },
  { weight: 2, arbitrary: fill('print(*_.told(_))', node, any) },
  fill('_ = _', list, list),
  fill('_ = _', node, node),
  fill('_ = _', dict, dict),
  fill('_ = [_, _]', list, value, value),
  fill('_ = [_] * 3', list, value),
  fill('_, _ = _, _', list, list, list, list),
  fill('_.append(_)', list, value),
  fill('if _: _ = [_.pop()]', list, list, list).map((text) => samePop(text)),
  fill('_ = _[:]', list, list),
  fill('_[0:2] = [_]', list, value),
  fill('_ += [_]', list, value),
  fill('_ = _ + _', list, list, list),
  fill('_ = Node(_)', node, value),
  fill('_ = Noisy(_)', node, value),
  fill('_.link = _', node, value),
  fill('_.other = _', node, value),
  fill('_ = {_: _}', dict, key, value),
  fill('_[_] = _', dict, key, value),
  fill('_.pop(_, None)', dict, key),
  fill('_ = list(_.values())', list, dict),
  fill('_ = [item for item in _]', list, list),
  fill('_ = [(item, _) for item in _ if item is not _]', list, any, list, any),
  fill('_ = [lambda: _]', list, any),
  fill('_.clear()', list),
  fill('print(weakref.ref(_)() is _)', node, node),
  fill('print(_ is _, len(_))', any, any, list),
  fill('print(gc.collect())'),
  fill('del _', any).map((text) => `${text}; ${beginning(everything.filter((name) => text !== `del ${name}`))[0]}`),
)

/** `if p: q = [p.pop()]`: only a list that has something is asked for it. */
function samePop(text: string): string {
  return text.replace(/if (\w): (\w) = \[\w\.pop/, 'if $1: $2 = [$1.pop')
}

const block = (depth: number, calls: readonly string[]): fc.Arbitrary<Piece[]> =>
  fc.array(piece(depth, calls), { minLength: 1, maxLength: [3, 7, 16][depth], size: 'max' })

function piece(depth: number, calls: readonly string[]): fc.Arbitrary<Piece> {
  const called =
    calls.length === 0
      ? []
      : [
          {
            weight: 3,
            arbitrary: fill('_ = _(_, _)', list, fc.constantFrom(...calls), list, node) as fc.Arbitrary<Piece>,
          },
        ]
  if (depth === 0) return fc.oneof({ weight: 8, arbitrary: simple }, ...called)
  const inner = block(depth - 1, calls)
  const under = (head: fc.Arbitrary<string>) => fc.tuple(head, inner).map(([h, body]): Piece => ({ head: h, body }))
  return fc.oneof(
    { weight: 12, arbitrary: simple },
    ...called,
    { weight: 1, arbitrary: under(fill('if _:', list)) },
    { weight: 1, arbitrary: under(fill('for item in range(_):', fc.constantFrom('1', '2', '3'))) },
    { weight: 1, arbitrary: under(fill('for item in _[:3]:', list)) },
    { weight: 1, arbitrary: fc.tuple(inner, inner, any).map(([first, second, name]) => attempt(first, second, name)) },
  )
}

/** A block that ends by raising, another that catches it while the traceback holds the frame. */
function attempt(first: readonly Piece[], second: readonly Piece[], name: string): Piece {
  return {
    head: 'if True:',
    body: [
      { head: 'try:', body: [...first, `raise ValueError(${name})`] },
      { head: 'except ValueError as error:', body: [`print(sys.getrefcount(${name}), len(error.args))`, ...second] },
    ],
  }
}

/** Programs, as text. */
export const programs: fc.Arbitrary<string> = fc
  .tuple(block(1, []), block(1, ['first']), block(2, ['first', 'second']))
  .map(([first, second, body]) => {
    const define = (name: string, pieces: readonly Piece[]): Piece => ({
      head: `def ${name}(p, n):`,
      body: [...beginning(['p', 'n']), ...pieces, 'return r'],
    })
    const all: Piece[] = [
      define('first', first),
      define('second', second),
      ...beginning([]),
      'gc.collect()',
      ...body,
      `print('${END}')`,
    ]
    return prelude + render(all, '')
  })

function render(pieces: readonly Piece[], indent: string): string {
  return pieces
    .map((each) =>
      typeof each === 'string' ? `${indent}${each}\n` : `${indent}${each.head}\n${render(each.body, `${indent}    `)}`,
    )
    .join('')
}
