// Notes of every try, if the learner asks for them: for a class whose teacher wants to know which questions are hard and
// what is answered wrongly. They stay on the learner's machine until the learner hands over the file.

import type { Storing } from './progress.ts'
import { type QuestionProgress, type Sureness, surenesses } from './progress-file.ts'

const KEY = 'heapwise.tries.1'
/** The oldest are dropped beyond it, so that the notes never take the room that progress needs. */
const MOST = 5000

/** One try at a question. */
export interface Try {
  /** ISO 8601, UTC. */
  readonly when: string
  readonly question: string
  /** 1 for the first. */
  readonly number: number
  readonly right: boolean
  readonly given: readonly string[]
  /** How sure the learner was at the first try; absent where nothing was said. */
  readonly sure?: Sureness
}

const browser = () => localStorage

/** The notes; `null` where none are wanted or the storage is blocked. */
export function notedTries(open: () => Storing = browser): readonly Try[] | null {
  try {
    const notes: unknown = JSON.parse(open().getItem(KEY) ?? 'null')
    return Array.isArray(notes) ? notes.filter(isTry) : null
  } catch {
    return null
  }
}

/** Takes notes from now on, beginning with `tries`; `null` ends it and drops them. Answers whether the storage did so. */
export function keepTries(tries: readonly Try[] | null, open: () => Storing = browser): boolean {
  try {
    if (tries) open().setItem(KEY, JSON.stringify(tries))
    else open().removeItem(KEY)
    return true
  } catch {
    return false
  }
}

/** Notes a try, if notes are wanted. */
export function noteTry(
  question: string,
  { tries, state, given, sure, twin }: QuestionProgress,
  open: () => Storing = browser,
): void {
  const noted = notedTries(open)
  if (noted === null) return
  const made: Try = {
    when: new Date().toISOString(),
    question,
    number: tries,
    right: state === 'right',
    given: twin ?? given,
    ...(sure && { sure }),
  }
  try {
    open().setItem(KEY, JSON.stringify([...noted, made].slice(-MOST)))
  } catch {
    // Notes are an extra: what the learner did is kept and spoken of by progress.ts.
  }
}

/** The notes as a table, comma-separated (RFC 4180), one line for each try. */
export function triesAsTable(tries: readonly Try[]): string {
  const rows = tries.map(({ when, question, number, right, given, sure }) => [
    when,
    question,
    String(number),
    String(right),
    given.join(' | '),
    sure ?? '',
  ])
  return [['when', 'question', 'try', 'right', 'given', 'sure'], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')
}

/** A spreadsheet must not take what a learner wrote for a formula. */
function cell(text: string): string {
  const plain = /^[=@+\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

function isTry(value: unknown): value is Try {
  const entry = value as Partial<Try> | null
  return (
    typeof entry?.when === 'string' &&
    typeof entry.question === 'string' &&
    typeof entry.number === 'number' &&
    typeof entry.right === 'boolean' &&
    Array.isArray(entry.given) &&
    (entry.sure === undefined || surenesses.includes(entry.sure))
  )
}
