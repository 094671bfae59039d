// Text in which some parts are not known beforehand: `…` stands for any text within a line (addresses, mostly).

/** Stands for anything within a line. */
export const ANYTHING = '…'

/** Whether `text` is what `pattern` says. */
export function matches(pattern: string, text: string): boolean {
  if (!pattern.includes(ANYTHING)) return pattern === text
  const source = pattern.split(ANYTHING).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${source.join('.*?')}$`).test(text)
}

/**
 * The pattern that fits two runs of one program: where they differ stands `…`. A number or an address that differs is
 * replaced alone; lines that differ in another way are replaced altogether.
 */
export function commonPattern(first: string, second: string): string {
  if (first === second) return first
  const [a, b] = [first.split('\n'), second.split('\n')]
  if (a.length !== b.length) throw new Error('two runs printed a different number of lines')
  return a.map((line, i) => commonLine(line, b[i])).join('\n')
}

const token = /((?<=0x)[0-9a-f]+|\d+)/

function commonLine(first: string, second: string): string {
  const [a, b] = [first.split(token), second.split(token)]
  if (a.length !== b.length) return ANYTHING
  const differsInWords = a.some((part, i) => i % 2 === 0 && part !== b[i])
  return differsInWords ? ANYTHING : a.map((part, i) => (part === b[i] ? part : ANYTHING)).join('')
}
