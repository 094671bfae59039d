// What the learner has done, kept on the learner's machine only. Whatever the storage does (full, blocked, damaged), the
// page goes on with what it has in memory and can say so.

const KEY = 'heapwise.progress.1'

/** One question's history. */
export interface QuestionProgress {
  readonly tries: number
  readonly state: 'open' | 'right' | 'shown'
  readonly given: readonly string[]
}

/** How the storage behaves. */
export type StorageState = 'ok' | 'unavailable' | 'damaged'

/** The progress of this browser. */
export class Progress {
  #questions: Record<string, QuestionProgress> = {}
  storage: StorageState = 'ok'

  constructor() {
    let text: string | null = null
    try {
      text = localStorage.getItem(KEY)
    } catch {
      this.storage = 'unavailable'
    }
    if (text === null) return
    const read = parseProgress(text)
    if (read === null) this.storage = 'damaged'
    else this.#questions = read
  }

  get(id: string): QuestionProgress | undefined {
    return Object.hasOwn(this.#questions, id) ? this.#questions[id] : undefined
  }

  set(id: string, progress: QuestionProgress): void {
    this.#questions[id] = progress
    try {
      localStorage.setItem(KEY, JSON.stringify({ version: 1, questions: this.#questions }))
      this.storage = 'ok'
    } catch {
      this.storage = 'unavailable'
    }
  }
}

let ours: Progress | null = null

/** The one progress of a page: its questions share it. */
export function progress(): Progress {
  ours ??= new Progress()
  return ours
}

/** Stored progress, or `null` where the text is not one. Entries that make no sense are dropped, the rest is kept. */
export function parseProgress(text: string): Record<string, QuestionProgress> | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const questions = (value as { questions?: unknown } | null)?.questions
  if (typeof questions !== 'object' || questions === null) return null
  const kept: Record<string, QuestionProgress> = {}
  for (const [id, entry] of Object.entries(questions as Record<string, Partial<QuestionProgress> | null>)) {
    const state = entry?.state
    if (state !== 'open' && state !== 'right' && state !== 'shown') continue
    const tries = Number.isInteger(entry?.tries) ? (entry?.tries as number) : 0
    const given = Array.isArray(entry?.given) ? entry.given.map(String) : []
    kept[id] = { tries, state, given }
  }
  return kept
}
