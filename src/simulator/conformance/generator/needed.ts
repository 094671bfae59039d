// What stands before a generated program: of what there is at hand, what the program names.

/** Name → the text that defines it. In the order in which they stand. */
export type Definitions = Readonly<Record<string, string>>

/** What a text needs, and what that needs. */
export function neededBy(text: string, definitions: Definitions): string {
  const order = Object.keys(definitions)
  const words = (of: string) => new Set(of.replaceAll(/'[^']*'|\.\w+/g, '').match(/\b\w+\b/g))
  const needed = new Set<string>()
  const meet = (of: string) => {
    const used = words(of)
    for (const name of order) if (used.has(name) && !needed.has(name)) needed.add(name) && meet(definitions[name])
  }
  meet(text)
  const chosen = order.filter((name) => needed.has(name)).map((name) => definitions[name])
  return `${chosen.join('\n')}\n\n`
}
