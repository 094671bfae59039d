// What is kept of a learner's work, as data: its shape, how it is read back, how two of them become one. Everything is
// keyed by question, idea and day, never by a place in the course, so that a new version of the content loses nothing.

/** What a learner may say of a first try, by one tap. */
export const surenesses = ['sure', 'unsure', 'guess'] as const
export type Sureness = (typeof surenesses)[number]

/** One question's history. */
export interface QuestionProgress {
  readonly tries: number
  readonly state: 'open' | 'right' | 'shown'
  readonly given: readonly string[]
  /** How sure the learner was at the first try; absent where nothing was said. */
  readonly sure?: Sureness
  /** What was given at the second try, where that was about a second program. */
  readonly twin?: readonly string[]
}

/** Difficulty of a drill. */
export type Level = 1 | 2 | 3

/** Practice of one idea. */
export interface IdeaProgress {
  readonly level: Level
  /** Drills right in a row at this level. */
  readonly run: number
  /** Reviews passed since the last miss. */
  readonly passed: number
  /** The day of the next review, `2026-11-22`; '' where none is due. */
  readonly due: string
  readonly drills: number
  readonly right: number
  /** Whether the learner was sure of what was missed last, so that it comes first; absent where not. */
  readonly missedSure?: true
}

/** Practice of one day. */
export interface DayProgress {
  readonly drills: number
  readonly right: number
  readonly seconds: number
}

/** All of it. */
export interface Kept {
  readonly questions: Readonly<Record<string, QuestionProgress>>
  readonly ideas: Readonly<Record<string, IdeaProgress>>
  readonly days: Readonly<Record<string, DayProgress>>
}

export const nothingKept: Kept = { questions: {}, ideas: {}, days: {} }

/** Written into a file, so that another file is not taken for one of ours. */
const FORMAT = 'heapwise.progress'

/** The text that is stored, and the text of an exported file. */
export function writeKept(kept: Kept, indent?: number): string {
  return JSON.stringify({ format: FORMAT, version: 1, ...kept }, null, indent)
}

/** What a text holds, or `null` where it is not one of ours. Entries that make no sense are dropped, the rest is kept. */
export function readKept(text: string): Kept | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const { questions, ideas, days } = (value ?? {}) as { [section in keyof Kept]?: unknown }
  if (!isRecord(questions)) return null
  return { questions: entries(questions, question), ideas: entries(ideas, idea), days: entries(days, day) }
}

/** Both together: of each entry the one that is farther on. */
export function mergeKept(a: Kept, b: Kept): Kept {
  return {
    questions: merged(a.questions, b.questions, ({ state, tries }) => 1000 * weight[state] + Math.min(tries, 999)),
    ideas: merged(a.ideas, b.ideas, ({ drills }) => drills),
    days: merged(a.days, b.days, ({ drills }) => drills),
  }
}

/** How many entries of `a` are not in `b` as they are. */
export function differing(a: Kept, b: Kept): number {
  const sections = ['questions', 'ideas', 'days'] as const
  const count = (section: keyof Kept) =>
    Object.entries(a[section]).filter(([id, entry]) => JSON.stringify(entry) !== JSON.stringify(b[section][id])).length
  return sections.reduce((sum, section) => sum + count(section), 0)
}

const weight = { open: 0, shown: 1, right: 2 } as const

function merged<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, rank: (entry: T) => number) {
  const result: Record<string, T> = { ...a }
  for (const [id, entry] of Object.entries(b))
    if (!Object.hasOwn(a, id) || rank(entry) > rank(a[id])) result[id] = entry
  return result
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries of a section that can be read. */
function entries<T>(
  section: unknown,
  read: (entry: Record<string, unknown>, id: string) => T | null,
): Record<string, T> {
  const kept: [string, T][] = []
  for (const [id, entry] of Object.entries(isRecord(section) ? section : {})) {
    const value = isRecord(entry) ? read(entry, id) : null
    if (value !== null) kept.push([id, value])
  }
  return Object.fromEntries(kept)
}

function question({ tries, state, given, sure, twin }: Record<string, unknown>): QuestionProgress | null {
  if (state !== 'open' && state !== 'right' && state !== 'shown') return null
  const said = surenesses.find((name) => name === sure)
  return {
    tries: count(tries),
    state,
    given: Array.isArray(given) ? given.map(String) : [],
    ...(said && { sure: said }),
    ...(Array.isArray(twin) && { twin: twin.map(String) }),
  }
}

function idea(stored: Record<string, unknown>): IdeaProgress | null {
  const { level, run, passed, due, drills, right, missedSure } = stored
  if (level !== 1 && level !== 2 && level !== 3) return null
  const day = typeof due === 'string' && isDay.test(due) ? due : ''
  const numbers = { run: count(run), passed: count(passed), drills: count(drills), right: count(right) }
  return { level, due: day, ...numbers, ...(missedSure === true && { missedSure }) }
}

function day({ drills, right, seconds }: Record<string, unknown>, id: string): DayProgress | null {
  return isDay.test(id) ? { drills: count(drills), right: count(right), seconds: count(seconds) } : null
}

const isDay = /^\d{4}-\d\d-\d\d$/

function count(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : 0
}
