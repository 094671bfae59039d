// What generated programs are written with: names, each of which keeps its kind, so that every program runs to its end, and
// templates of statements whose holes are filled with them.

import fc from 'fast-check'

/** The names of one kind, and what such a name is before anything else is done with it. */
export interface Kind {
  readonly names: readonly string[]
  readonly first: string
}

/** Names by kind, and what is done with them. */
export interface Vocabulary {
  /** Every name there is. */
  readonly everything: readonly string[]
  /** Gives a name its first value. */
  begin(name: string): string
  /** The names that stand in a text. */
  mentioned(text: string): string[]
  /** Text made from a template: `<list>.append(<value>)`. Each hole is filled anew. */
  fill(template: string): fc.Arbitrary<string>
}

/** One of some texts. */
export const oneOf = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)

/**
 * A vocabulary. A hole is the name of a kind, `any` for a name of any, or one of `others`.
 * @param others what else holes are filled with, made from `any`
 */
export function vocabulary(
  kinds: Readonly<Record<string, Kind>>,
  others: (any: fc.Arbitrary<string>) => Readonly<Record<string, fc.Arbitrary<string>>>,
): Vocabulary {
  const kindOf = new Map(Object.values(kinds).flatMap((kind) => kind.names.map((name): [string, Kind] => [name, kind])))
  const everything = [...kindOf.keys()]
  const any = oneOf(...everything)
  const holes: Readonly<Record<string, fc.Arbitrary<string>>> = {
    ...Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, oneOf(...kind.names)])),
    any,
    ...others(any),
  }
  return {
    everything,
    begin: (name) => `${name} = ${kindOf.get(name)?.first}`,
    mentioned(text) {
      const words = new Set(text.replaceAll(/'[^']*'/g, '').match(/\b\w+\b/g))
      return everything.filter((name) => words.has(name))
    },
    fill(template) {
      const parts = template.split(/<(\w+)>/)
      return fc
        .tuple(...parts.map((part, i) => (i % 2 === 0 ? fc.constant(part) : holes[part])))
        .map((filled) => filled.join(''))
    },
  }
}
