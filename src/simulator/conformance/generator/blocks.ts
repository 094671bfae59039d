// Statements with blocks below them, and blocks of both kinds.

import fc from 'fast-check'
import { contexts, coroutine, group, leaving, loop, repeated } from './flow.ts'
import { fill, mentioned, probe } from './names.ts'
import { type Piece, render } from './pieces.ts'
import { simple } from './statements.ts'

/** Where a block stands. */
export interface Place {
  /** Functions of two arguments that may be called here: those defined before, so that no call goes round in circles. */
  readonly functions: readonly string[]
  /** Functions that make generators. */
  readonly streams: readonly string[]
  /** What names of an inner function that are not its own are declared as. */
  readonly outer: 'nonlocal' | 'global'
  /** Whether `yield` may stand here. */
  readonly yields?: true
  /** What may be returned here, as a template; undefined: nothing. */
  readonly returns?: string
}

type Weighted = fc.WeightedArbitrary<Piece>

const lines = fc.array(simple(false), { minLength: 1, maxLength: 3, size: 'max' })

/** How many pieces a block has, by the depth of what may stand in it. */
const longest = [2, 4, 10]

/** A block in which blocks stand `depth` deep. */
export function block(depth: number, place: Place): fc.Arbitrary<Piece[]> {
  return fc.array(piece(depth, place), { minLength: 1, maxLength: longest[depth], size: 'max' })
}

function piece(depth: number, place: Place): fc.Arbitrary<Piece> {
  const short: Weighted[] = [{ weight: 60, arbitrary: simple(true) }, ...calls(place)]
  if (place.yields) short.push({ weight: 8, arbitrary: yielding })
  if (depth === 0) return fc.oneof(...short)
  return fc.oneof(...short, ...compound(block(depth - 1, place), place))
}

const yielding = fc.oneof(...['yield <value>', '<list> = [(yield <any>)]', 'print((yield) is None)'].map(fill))

function calls({ functions, streams }: Place): Weighted[] {
  const some: Weighted[] = []
  const call = (weight: number, names: readonly string[], ...templates: string[]) => {
    const texts = names.flatMap((name) => templates.map((template) => fill(template.replace('CALLED', name))))
    if (texts.length > 0) some.push({ weight, arbitrary: fc.oneof(...texts) })
  }
  call(6, functions, '<list> = CALLED(<list>, <node>)', '<list> = CALLED(n=<node>, p=<list>)')
  call(6, streams, '<gen> = CALLED(<list>, <node>)')
  return some
}

/** Everything that has a block below it. */
function compound(inner: fc.Arbitrary<Piece[]>, place: Place): Weighted[] {
  const under = (template: string, first?: string): fc.Arbitrary<Piece> =>
    fc
      .tuple(fill(template), first === undefined ? fc.constant([]) : fill(first).map((line) => [line]), inner)
      .map(([head, beginning, body]): Piece => ({ head, body: [...beginning, ...body] }))
  const all: [weight: number, arbitrary: fc.Arbitrary<Piece>][] = [
    [1, under('if <list>:')],
    [1, under('if <dict> is not <any>:')],
    [2, under('for item in range(<small>):')],
    [1, under('for item in <list>[:3]:', '<list>.append(item)')],
    [2, under('for item in (<any>, <any>):', 'print(<count>(item))')],
    [1, under('for item in <gen>:', '<list> = [item]')],
    [1, under('for name, item in list(<dict>.items())[:3]:', '<dict>[name] = [item]')],
    [2, under('with Held(<value>) as item:', 'print(<count>(item))')],
    [1, under('with Held(<value>):', 'if <list>: raise ValueError(<any>)')],
    [3, attempt(inner)],
    [1, fc.tuple(fill('<node> = Shown(<value>)'), ...finallyParts(inner)).map(finished)],
    [1, thrown],
    [2, matched(inner)],
    [3, closure(place)],
    [2, localClass],
    [1, coroutine],
    [3, loop(inner, lines)],
    [1, repeated(lines)],
    [1, group(lines)],
    [2, contexts(inner)],
  ]
  if (place.returns) all.push([2, leaving(place.returns, lines)])
  return all.map(([weight, arbitrary]) => ({ weight, arbitrary }))
}

/** A block that ends by raising, and one that catches it while the traceback holds the frame. */
function attempt(inner: fc.Arbitrary<Piece[]>): fc.Arbitrary<Piece> {
  const raised = fc.oneof(
    ...['raise ValueError(<any>)', 'raise ValueError(<any>) from <exc>', 'raise <exc>', 'failing(<list>, <node>)'].map(
      fill,
    ),
  )
  const caught = fc.oneof(
    ...[
      '<exc> = error',
      '<list> = [error]',
      'if isinstance(error.__context__, ValueError): <exc> = error.__context__',
      '<exc>.__cause__ = error',
    ].map(fill),
  )
  const shown = fill(
    'print(<count>(<any>), <count>(error), <count>(error.__traceback__), error.args and <count>(error.args))',
  )
  return fc.tuple(inner, raised, shown, fc.option(caught), inner).map(
    ([first, raising, probed, kept, second]): Piece => [
      { head: 'try:', body: [...first, raising] },
      { head: 'except ValueError as error:', body: [probed, ...(kept ? [kept] : []), ...second] },
    ],
  )
}

/** A `finally` never yields: a generator that is closed there must end. */
const finallyParts = (inner: fc.Arbitrary<Piece[]>) => [inner, lines] as const

function finished([first, body, last]: [string, readonly Piece[], readonly string[]]): Piece {
  return [
    { head: 'try:', body: [first, ...body] },
    { head: 'finally:', body: last },
  ]
}

/** An exception that is thrown into a generator comes out of it, or it goes on. */
const thrown: fc.Arbitrary<Piece> = fc
  .tuple(fill('<list> = [<gen>.throw(ValueError(<any>))]'), fill('<list> = [error]'), probe)
  .map(([throwing, kept, counted]) => [
    { head: 'try:', body: [throwing] },
    { head: 'except (ValueError, StopIteration) as error:', body: ['print(R(error), R(error.__traceback__))', kept] },
    counted,
  ])

const patterns = [
  ['case [found, *others]:', 'print(<count>(others), len(others))'],
  ['case {"a": found, **others}:', 'print(<count>(others), len(others))'],
  ['case Node(link=found) as whole:', 'print(<count>(whole))'],
  ['case Slim(link=found) | (_, found):', '<list> = [found]'],
  ['case ValueError(args=(found,)) as whole:', 'print(<count>(whole), found is <any>)'],
] as const

function matched(inner: fc.Arbitrary<Piece[]>): fc.Arbitrary<Piece> {
  const each = fc.oneof(...patterns.map(([pattern, line]) => fc.tuple(fill(pattern), fill(line))))
  return fc
    .tuple(
      fill('match <any>:'),
      fc.array(each, { minLength: 1, maxLength: 3, size: 'max' }),
      fill('<list> = [found]'),
      inner,
    )
    .map(([head, cases, kept, otherwise]) => ({
      head,
      body: [
        ...cases.map(([pattern, counted]) => ({ head: pattern, body: [counted, kept] })),
        { head: 'case _:', body: otherwise },
      ],
    }))
}

/** A function that changes names of the one around it. Its own lines call no function that a name stands for. */
function closure({ outer }: Place): fc.Arbitrary<Piece> {
  return fc
    .tuple(fill('def <func>(z=<value>, *rest, k=<any>, **named):'), fill('return [z, k, <any>]'), lines)
    .map(([head, last, body]) => {
      const used = mentioned(render([...body, last]))
      return {
        head,
        body: [`${outer} ${used.join(', ')}`, 'print(len(rest) and R(rest), R(named), R(k))', ...body, last],
      }
    })
}

/** A class in the middle of a function: in its body, in an instance, and alone. */
const localClass: fc.Arbitrary<Piece> = fc
  .tuple(
    fill('held = <any>'),
    fill('print(<count>(<any>), <count>(held))'),
    fill('<node> = Local(<value>)'),
    fill('print(Local(<any>).seen)'),
    fc.boolean(),
  )
  .map(
    ([held, counted, kept, seen, gone]): Piece => [
      {
        head: 'class Local(Node):',
        body: [held, counted, '@property', { head: 'def seen(self):', body: ['return R(self), R(type(self).held)'] }],
      },
      kept,
      seen,
      'print(R(Local))',
      ...(gone ? ['del Local'] : []),
    ],
  )
