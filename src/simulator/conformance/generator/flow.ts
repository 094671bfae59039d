// Ways through a program: loops that are left or go on early, functions that return from the middle of a block, groups of
// exceptions, contexts, coroutines.

import fc from 'fast-check'
import { fill } from './names.ts'
import type { Piece } from './pieces.ts'

type Inner = fc.Arbitrary<readonly Piece[]>

/** A loop that is left, or goes on, before its end; or comes to its end, and to its `else`. */
export function loop(inner: Inner, lines: Inner): fc.Arbitrary<Piece> {
  const heads = ['for item in (<any>, <any>, <any>):', 'for item in [<any>, *<list>[:2]]:', 'for item in <rich>:']
  const early = ['if item is <any>: break', 'if item is <any>: continue', 'if <list>: break']
  return fc
    .tuple(
      fc.oneof(...heads.map(fill)),
      inner,
      fc.oneof(...early.map(fill)),
      fill('<list> = [item, <value>]'),
      fc.option(lines),
    )
    .map(
      ([head, before, leaving, kept, otherwise]): Piece => [
        { head, body: [...before, leaving, kept] },
        ...(otherwise ? [{ head: 'else:', body: otherwise }] : []),
      ],
    )
}

/** As often as a number says, which nothing in it changes. */
export const repeated = (lines: Inner): fc.Arbitrary<Piece> =>
  fc
    .tuple(fill('left = <small>'), fill('<list> = [<list>, <any>]'), lines)
    .map(([first, kept, body]) => [first, { head: 'while left:', body: ['left -= 1', ...body, kept] }])

/** What a function returns from the middle of what surrounds it. */
export function leaving(value: string, lines: Inner): fc.Arbitrary<Piece> {
  const returned = fill(`return ${value}`)
  const about = ['if <list>:', 'for item in (<any>, <any>):', 'with Held(<value>) as item:', 'with lent(<any>):']
  return fc.oneof(
    fc.tuple(fc.oneof(...about.map(fill)), lines, returned).map(([head, body, last]) => ({
      head,
      body: [...body, last],
    })),
    fc.tuple(fill('if <list>:'), returned, lines).map(([head, last, after]) => ({
      head,
      body: [
        { head: 'try:', body: [last] },
        { head: 'finally:', body: after },
      ],
    })),
  )
}

/** Several exceptions at once, some of which are caught. */
export const group = (lines: Inner): fc.Arbitrary<Piece> =>
  fc
    .tuple(
      fill("raise ExceptionGroup('some', [ValueError(<any>), TypeError(<any>), ValueError(<any>)])"),
      fill('print(<count>(error), <count>(error.exceptions), len(error.exceptions), <count>(<any>))'),
      fill('<list> = [error.exceptions[0]]'),
      lines,
    )
    .map(([raising, counted, kept, after]) => [
      { head: 'try:', body: [raising] },
      { head: 'except* ValueError as error:', body: [counted, ...after] },
      { head: 'except* TypeError as error:', body: [kept] },
    ])

/** Contexts, two at once and one that a generator makes. */
export function contexts(inner: Inner): fc.Arbitrary<Piece> {
  const heads = [
    'with Held(<value>) as item, Held(<any>) as other:',
    'with lent(<any>) as item:',
    'with lent(<any>), Held(<value>) as item:',
  ]
  const swallowed = fill('with Held(<any>), lent(<any>):')
  return fc.oneof(
    fc.tuple(fc.oneof(...heads.map(fill)), inner).map(([head, body]) => ({ head, body })),
    fc.tuple(swallowed, fill('raise ValueError(<any>)')).map(([head, raised]) => ({ head, body: [raised] })),
  )
}

/** A coroutine that is run to its end by hand. */
export const coroutine: fc.Arbitrary<Piece> = fc
  .tuple(fc.oneof(...['waits(<list>)', 'walks(<list>, <node>)'].map(fill)), fill('<list> = [stop]'))
  .map(([made, kept]) => [
    { head: 'try:', body: [`${made}.send(None)`] },
    { head: 'except StopIteration as stop:', body: ['print(R(stop), R(stop.value))', kept] },
  ])
