// What a generated program is written with: names, each of which keeps its kind, so that every program runs to its end, and
// templates of statements whose holes are filled with them.

import fc from 'fast-check'

/** The names of each kind. */
export const names = {
  list: ['p', 'q', 'r'],
  node: ['n', 'm'],
  dict: ['d', 'e'],
  tuple: ['t'],
  /** Called without arguments; what it returns is never printed. */
  func: ['f', 'g'],
  /** A generator. */
  gen: ['y'],
  /** An exception. */
  exc: ['x'],
  /** A weak reference. */
  ref: ['w'],
} as const

type Kind = keyof typeof names

/** What a name is before anything else is done with it. */
const first: Readonly<Record<Kind, string>> = {
  list: '[]',
  node: 'Node(None)',
  dict: '{}',
  tuple: '([],)',
  func: 'lambda: 0',
  gen: '(i for i in ())',
  exc: 'ValueError()',
  ref: 'ref(Node(None))',
}

const kinds = Object.keys(names) as Kind[]
const kindOf = new Map(kinds.flatMap((kind) => names[kind].map((name): [string, Kind] => [name, kind])))

/** Every name there is. */
export const everything: readonly string[] = [...kindOf.keys()]

/** Gives a name its first value. */
export const begin = (name: string): string => `${name} = ${first[kindOf.get(name) ?? 'list']}`

/** The names that stand in a text. */
export function mentioned(text: string): string[] {
  const words = new Set(text.replaceAll(/'[^']*'/g, '').match(/\b\w+\b/g))
  return everything.filter((name) => words.has(name))
}

const oneOf = (texts: readonly string[]) => fc.constantFrom(...texts)
const anything = oneOf(everything)

/** What the holes of a template are filled with. */
const holes: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ...Object.fromEntries(kinds.map((kind) => [kind, oneOf(names[kind])])),
  any: anything,
  value: fc.oneof(
    { weight: 7, arbitrary: anything },
    { weight: 1, arbitrary: oneOf(['1000', "'some text'", '2.5', '(p, n)', '[q]', 'Noisy(r)', '{2: d}', 'n.told']) },
  ),
  key: oneOf(["'a'", "'b'", '1']),
  attribute: oneOf(["'link'", "'other'", "'absent'"]),
  small: oneOf(['1', '2', '3']),
  // Both ways to ask for a count are different bytecode.
  count: oneOf(['R', 'sys.getrefcount']),
}

/** Text made from a template: `<list>.append(<value>)`. Each hole is filled anew. */
export function fill(template: string): fc.Arbitrary<string> {
  const parts = template.split(/<(\w+)>/)
  return fc
    .tuple(...parts.map((part, i) => (i % 2 === 0 ? fc.constant(part) : holes[part])))
    .map((filled) => filled.join(''))
}

/** A count that is printed, or several. */
export const probe: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fill('print(<count>(<any>))') },
  { weight: 2, arbitrary: fill('print(<count>(<any>), <count>(<any>))') },
)
