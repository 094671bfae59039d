// Programs that somebody wrote with small accidents in them: a name for another, a bracket lost, a line twice. Most still run,
// and do what nobody thought of; the others are the mistakes that learners make.

import fc from 'fast-check'
import { knownDifferences } from '../known.ts'
import { allPrograms } from '../programs.ts'

/** Longer ones say the same only more slowly. */
const LONGEST = 4000

/** What depends on the machine, the time or what is installed beside Python. */
const UNSTEADY =
  /\b(id|hash|open|input|breakpoint)\(|__hash__|\b(time|timeit|random|asyncio|threading|tempfile|psutil|ctypes|pdb|traceback)\b|platform|environ|stdlib|getsizeof|_debugmallocstats|tracemalloc|DEBUG_STATS/

const TOKEN = /#.*|"""[\s\S]*?"""|[rbf]{0,2}'[^'\n]*'|[rbf]{0,2}"[^"\n]*"|\w+|\*\*|\/\/|[<>=!:+*/%&|^-]=|->|[^\w\s]/g
const NAME = /^[A-Za-z_]\w*$/

/** Put in the place of a token, or before it. */
const words = [
  ..."( ) [ ] { } : , . = == + * ** ; ' := @ -> ... \\".split(' '),
  ...'if else for in is not and or def class return yield await async lambda'.split(' '),
  ...'import from as with try except finally while del global nonlocal pass match'.split(' '),
  ...'x 0 1 -1 2 1000 1.5 True None "" [] {} () f"{x}" 012'.split(' '),
  ...['"a b"', "b'c'"],
  ...'print type object int list dict str len sorted iter next set super repr'.split(' '),
]

/** Put before a name, with `)` after it. */
const wrappers = ['list(', 'tuple(', 'repr(', 'iter(', 'set(', 'str(', 'bool(', 'type(', 'vars(', 'print(']

interface Span {
  readonly start: number
  readonly end: number
}

/** An accident: what it makes of a text; `at` and `other` are any whole numbers. */
type Accident = (text: string, at: number, other: number) => string

const spansOf = (text: string): Span[] =>
  [...text.matchAll(TOKEN)].map(({ index, 0: token }) => ({ start: index, end: index + token.length }))

const put = (text: string, { start, end }: Span, what: string) => text.slice(0, start) + what + text.slice(end)

/** An accident to one of the tokens, or of those with names. */
const toToken =
  (change: (text: string, token: Span, other: number, all: readonly Span[]) => string, named = false): Accident =>
  (text, at, other) => {
    const tokens = spansOf(text).filter(({ start, end }) => !named || NAME.test(text.slice(start, end)))
    return tokens.length === 0 ? text : change(text, tokens[at % tokens.length], other, tokens)
  }

/** An accident to one of the lines. */
const toLine =
  (change: (lines: string[], at: number, other: number) => void): Accident =>
  (text, at, other) => {
    const lines = text.split('\n')
    change(lines, at % lines.length, other % lines.length)
    return lines.join('\n')
  }

const slice = (text: string, { start, end }: Span) => text.slice(start, end)

const accidents: readonly { readonly weight: number; readonly value: Accident }[] = [
  {
    weight: 6,
    value: toToken((text, token, other, all) => put(text, token, slice(text, all[other % all.length])), true),
  },
  { weight: 4, value: toToken((text, token, other) => put(text, token, words[other % words.length])) },
  {
    weight: 2,
    value: toToken((text, token, other) =>
      put(text, { ...token, end: token.start }, `${words[other % words.length]} `),
    ),
  },
  {
    weight: 3,
    value: toToken(
      (text, token, other) => put(text, token, `${wrappers[other % wrappers.length]}${slice(text, token)})`),
      true,
    ),
  },
  { weight: 3, value: toToken((text, token) => put(text, token, '')) },
  { weight: 1, value: toToken((text, token) => put(text, token, `${slice(text, token)} ${slice(text, token)}`)) },
  { weight: 1, value: toToken((text, token) => put(text, { ...token, start: token.end }, '\n')) },
  { weight: 2, value: (text, at) => text.slice(0, at % text.length) + text.slice((at % text.length) + 1) },
  { weight: 2, value: toLine((lines, at) => lines.splice(at, 1)) },
  { weight: 2, value: toLine((lines, at) => lines.splice(at, 0, lines[at])) },
  { weight: 2, value: toLine((lines, at, other) => ([lines[at], lines[other]] = [lines[other], lines[at]])) },
  { weight: 1, value: toLine((lines, at, other) => (lines[at] = `${[' ', '    ', '\t'][other % 3]}${lines[at]}`)) },
  { weight: 1, value: toLine((lines, at) => (lines[at] = lines[at].replace(/^ {1,4}/, ''))) },
]

const accident = fc.tuple(
  fc.oneof(...accidents.map(({ weight, value }) => ({ weight, arbitrary: fc.constant(value) }))),
  fc.nat(),
  fc.nat(),
)

/** The programs accidents happen to. */
function steady(): string[] {
  return allPrograms()
    .filter(({ id, text }) => text.length <= LONGEST && !UNSTEADY.test(text) && !(id in knownDifferences))
    .map(({ text }) => text)
}

/** Texts with so many accidents. */
const after = (texts: readonly string[], most: number) =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(accident, { minLength: 1, maxLength: most }))
    .map(([text, all]) =>
      all.reduce((made, [change, at, other]) => (made === '' ? made : change(made, at, other)), text),
    )

/** Mutants, one to three accidents each. The same seed makes others once there are other programs. */
export const mutants = (): fc.Arbitrary<string> => after(steady(), 3).filter((text) => !UNSTEADY.test(text))

/** Any program of the corpus, with up to a dozen accidents: nothing about it is steady. */
export const heavyMutants = (): fc.Arbitrary<string> =>
  after(
    allPrograms().map(({ text }) => text),
    12,
  )
