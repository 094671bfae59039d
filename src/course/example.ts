// The programs of the course: content/examples/<topic>/<name>.py, named by 'topic/name'.
//
// A stored program carries two kinds of marks that are not for the learner:
//   b = a  #: alias                                 a label: lessons and questions name this line's moment by it
//   print(sys.getrefcount(a))  # expect[3.11-3.13]: 3   what CPython prints here; checked by the tests
// What the learner sees, runs and edits is the text without them. A line that holds nothing but an expectation disappears
// altogether, so lines are numbered anew; `sourceLines` leads back to the stored file.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Example {
  readonly id: string
  /** As stored. */
  readonly source: string
  /** As shown, run and edited: no labels, no expectations; ends with one newline. */
  readonly display: string
  /** Label → line of `display`, counted from 1. */
  readonly labels: ReadonlyMap<string, number>
  /** `sourceLines[n - 1]` is the line of `source` that line `n` of `display` comes from. */
  readonly sourceLines: readonly number[]
}

/** No quotes after it: `x = '#: no'` is text. */
const labelMark = /\s*#:\s*([^'"]*?)\s*$/
const expectation = /\s*# expect(\[[^\]]*\])?:.*$/

/**
 * Reads an example from `content/examples`.
 * @throws Error when there is no such file or its labels are not well formed.
 */
export function readExample(id: string, folder = join(process.cwd(), 'content', 'examples')): Example {
  const file = join(folder, `${id}.py`)
  if (!existsSync(file)) throw new Error(`There is no example "${id}" (looked for ${file})`)
  return parseExample(id, readFileSync(file, 'utf8'))
}

/** Separates what the learner sees from the marks. `id` only names the program in errors. */
export function parseExample(id: string, source: string): Example {
  const labels = new Map<string, number>()
  const shown: string[] = []
  const sourceLines: number[] = []
  source.split(/\r?\n/).forEach((stored, index) => {
    const line = index + 1
    let text = stored.replace(expectation, '')
    if (text === '' && stored !== '') return
    const label = labelMark.exec(text)?.[1]
    if (label !== undefined) {
      text = text.replace(labelMark, '')
      if (!/^[a-z][a-z0-9-]*$/.test(label)) throw new Error(`${id}.py, line ${line}: "${label}" is not a label`)
      if (text === '') throw new Error(`${id}.py, line ${line}: the label "${label}" stands on a line without code`)
      if (labels.has(label)) throw new Error(`${id}.py, line ${line}: the label "${label}" is used twice`)
      labels.set(label, shown.length + 1)
    }
    shown.push(text)
    sourceLines.push(line)
  })
  while (shown.at(-1) === '') {
    shown.pop()
    sourceLines.pop()
  }
  return { id, source, display: `${shown.join('\n')}\n`, labels, sourceLines }
}

/**
 * The line of `display` a label names.
 * @throws Error naming the labels there are: a lesson that points nowhere must not build.
 */
export function lineOfLabel(example: Example, label: string): number {
  const line = example.labels.get(label)
  if (line === undefined) {
    const known = [...example.labels.keys()].join(', ') || 'none'
    throw new Error(`The example "${example.id}" has no label "${label}" (it has: ${known})`)
  }
  return line
}

/** The fragment that leads to a line's moment: `#names/alias@alias`. */
export function momentId(exampleId: string, label: string): string {
  return `${exampleId}@${label}`
}
