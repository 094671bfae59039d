// Makes a program that shows something small: lines with the blocks below them are left out, and blocks take the place of
// what they stand under, as long as the program still shows it.

/** A line and what stands indented below it. */
interface Line {
  readonly text: string
  readonly below: readonly Line[]
}

/** The smallest text that was found to be still `shown`. */
export async function shrink(text: string, shown: (text: string) => Promise<boolean>): Promise<string> {
  let lines: readonly Line[] = parse(text.split('\n').filter((line) => line.trim() !== ''))
  for (let length = 32; length >= 1; ) {
    const smaller = await first(candidates(lines, length), (each) => shown(render(each)))
    if (smaller) lines = smaller
    else length >>= 1
  }
  return render(lines)
}

async function first<T>(of: Iterable<T>, accepts: (each: T) => Promise<boolean>): Promise<T | null> {
  for (const each of of) if (await accepts(each)) return each
  return null
}

/** Everything with `length` lines left out somewhere, from the end; at last with a block in the place of its head. */
function* candidates(lines: readonly Line[], length: number): Generator<readonly Line[]> {
  for (let end = lines.length; end >= length; end--) {
    const [before, after] = [lines.slice(0, end - length), lines.slice(end)]
    yield [...before, ...after]
    const { below } = lines[end - length]
    // `try` goes with what follows it.
    if (length <= 2 && below.length > 0) yield [...before, ...below, ...after]
  }
  for (let i = lines.length - 1; i >= 0; i--)
    for (const below of candidates(lines[i].below, length))
      if (below.length > 0) yield lines.with(i, { ...lines[i], below })
}

const indent = (line: string) => line.length - line.trimStart().length

function parse(lines: readonly string[]): Line[] {
  const found: Line[] = []
  for (let i = 0; i < lines.length; ) {
    let end = i + 1
    while (end < lines.length && indent(lines[end]) > indent(lines[i])) end++
    found.push({ text: lines[i].trim(), below: parse(lines.slice(i + 1, end)) })
    i = end
  }
  return found
}

function render(lines: readonly Line[], margin = ''): string {
  return lines.map(({ text, below }) => `${margin}${text}\n${render(below, `${margin}    `)}`).join('')
}
