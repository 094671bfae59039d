// Small valid programs about the memory system: graphs of every kind of container with cycles in them, finalizers,
// resurrection, weak references with callbacks, the collector and its settings, copies, and the interpreter's exit. Each
// runs to its end and prints nothing that depends on an address.

import fc from 'fast-check'
import { neededBy } from '../needed.ts'
import { type Piece, render } from '../pieces.ts'
import { END } from '../programs.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { full, lean, probe } from './names.ts'
import { definitions } from './prelude.ts'
import { simple } from './statements.ts'

/** How many pieces a block has, by the depth of what may stand in it. */
const longest = [4, 18]

function block(words: Vocabulary, depth: number, yields: boolean): fc.Arbitrary<Piece[]> {
  const short: fc.WeightedArbitrary<Piece>[] = [{ weight: 60, arbitrary: simple(words) }]
  if (yields) short.push({ weight: 8, arbitrary: words.fill('yield <any>') })
  const inner = depth > 0 ? compound(words, block(words, depth - 1, yields)) : []
  return fc.array(fc.oneof(...short, ...inner), { minLength: 1, maxLength: longest[depth], size: 'max' })
}

function compound(words: Vocabulary, inner: fc.Arbitrary<Piece[]>): fc.WeightedArbitrary<Piece>[] {
  const under = (template: string) =>
    fc.tuple(words.fill(template), inner).map(([head, body]): Piece => ({ head, body }))
  return [
    { weight: 2, arbitrary: under('for it in range(<number>):') },
    { weight: 1, arbitrary: under('if <list>:') },
    { weight: 2, arbitrary: attempt(words, inner) },
    { weight: 2, arbitrary: closure(words) },
    { weight: 2, arbitrary: localClass(words) },
  ]
}

/** An exception that is raised, caught while its traceback holds the frame, and perhaps kept. */
function attempt(words: Vocabulary, inner: fc.Arbitrary<Piece[]>): fc.Arbitrary<Piece> {
  const { fill } = words
  return fc
    .tuple(inner, fill('raise ValueError(<any>)'), probe(words), fc.option(fill('<exc> = error')), inner)
    .map(([first, raising, counted, kept, last]) => [
      { head: 'try:', body: [...first, raising] },
      { head: 'except ValueError as error:', body: [counted, ...(kept ? [kept] : []), ...last] },
    ])
}

/** A function that holds what it names; in a function through cells. */
const closure = ({ fill }: Vocabulary): fc.Arbitrary<Piece> =>
  fc
    .tuple(fill('def <func>(it=<any>):'), fill('return it, <any>, <any>'))
    .map(([head, last]) => ({ head, body: [last] }))

/** A class that holds what it names, an instance, and the class with or without its name. */
const localClass = ({ fill }: Vocabulary): fc.Arbitrary<Piece> =>
  fc
    .tuple(
      fill('class Local(<made>):'),
      fill('held = <any>'),
      fill('return <any>'),
      fill('<node> = Local(<any>)'),
      fc.constantFrom('del Local', 'print(R(Local))'),
    )
    .map(([head, held, last, made, end]) => [
      { head, body: [held, { head: 'def seen(self):', body: [last] }] },
      made,
      end,
    ])

/** Pieces after what gives each name they use, but for the parameters, a value of its kind. */
function begun(words: Vocabulary, pieces: readonly Piece[], given: readonly string[] = []): Piece[] {
  const used = new Set(words.mentioned(render(pieces)))
  return [...words.everything.filter((name) => used.has(name) && !given.includes(name)).map(words.begin), ...pieces]
}

/** What is called from the body, and how. */
const calls = {
  work: 'q = work(a, p)',
  flow: 'y = flow(a, p); next(y, None); b.link = y',
  both: 'q = [work(b, q), flow(b, q)]',
}

/**
 * With a threshold of few objects the interpreter's exit would show how many modules its start-up has loaded, and what they
 * hold: that depends on what is installed beside it.
 */
const SMALL_THRESHOLD = /gc\.set_threshold\([1-9]\d{0,2}[,)]/

function programsOf(words: Vocabulary): fc.Arbitrary<string> {
  const called = fc.subarray(Object.values(calls))
  return fc
    .tuple(block(words, 1, false), block(words, 1, true), block(words, 1, false), block(words, 1, false), called)
    .map(([work, flow, before, after, middle]) => {
      const body = render(begun(words, [...before, ...middle, ...after, 'print(gc.collect(), gc.collect())']))
      const flowing: Piece[] = [
        { head: 'try:', body: flow },
        { head: 'finally:', body: ["print('flow ends')"] },
        'yield p',
      ]
      const functions = Object.entries({ work: [...work, 'return p'], flow: flowing })
        .filter(([name]) => body.includes(`${name}(`))
        .map(([name, pieces]) => ({ head: `def ${name}(a, p):`, body: begun(words, pieces, ['a', 'p']) }))
      const text = [...functions.map((each) => render([each])), body].join('\n\n')
      const last = SMALL_THRESHOLD.test(text) ? 'gc.set_threshold(2000, 10, 10)\n' : ''
      const whole = `gc.collect()\n\n\n${text}${last}print('${END}')\n`
      return neededBy(whole, definitions) + whole
    })
}

/** Programs, as text. */
export const memoryPrograms: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: programsOf(lean) },
  { weight: 1, arbitrary: programsOf(full) },
)
