// What the learner has done, kept on the learner's machine only. A change is a function from what is kept to what is kept:
// it is made in memory at once and written when the storage takes it. So whatever the storage does (full, blocked,
// damaged), nothing is lost that was in memory, and two tabs that change different things do not undo each other.

import { type Kept, nothingKept, type QuestionProgress, readKept, writeKept } from './progress-file.ts'
import { noteTry } from './tries.ts'

export type { QuestionProgress } from './progress-file.ts'

const KEY = 'heapwise.progress.1'
/** What was stored and could not be read is set aside here before anything is written over it. */
const UNREADABLE = 'heapwise.progress.unreadable'

/** How the storage behaves. */
export type StorageState = 'ok' | 'blocked' | 'full'

/** The storage as far as it is used: `localStorage`, or another in tests. */
export type Storing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

type Change = (kept: Kept) => Kept

/** The progress of this browser. */
export class Progress {
  #kept: Kept = nothingKept
  /** Changes that the storage has not taken yet. */
  #unstored: Change[] = []
  #storage: StorageState = 'ok'
  #unreadable: string | null = null
  readonly #listeners = new Set<() => void>()
  readonly #open: () => Storing

  /** @param open gives the storage; may throw where it is blocked */
  constructor(open: () => Storing = () => localStorage) {
    this.#open = open
    this.reread()
  }

  /** Everything, as it is now. */
  get kept(): Kept {
    return this.#kept
  }

  get storage(): StorageState {
    return this.#storage
  }

  /** Whether something is in memory that the storage has not taken. */
  get unstored(): boolean {
    return this.#unstored.length > 0
  }

  /** What was stored but is not readable as progress, as it was; `null` where there is nothing of the kind. */
  get unreadable(): string | null {
    return this.#unreadable
  }

  get(id: string): QuestionProgress | undefined {
    return Object.hasOwn(this.#kept.questions, id) ? this.#kept.questions[id] : undefined
  }

  set(id: string, progress: QuestionProgress): void {
    const before = this.get(id)
    this.change((kept) => ({ ...kept, questions: { ...kept.questions, [id]: progress } }))
    if (progress.tries > (before?.tries ?? 0)) noteTry(id, progress, this.#open)
  }

  /** Makes a change, in memory at once, and in the storage if it can be. */
  change(change: Change): void {
    this.#kept = change(this.#kept)
    this.#unstored.push(change)
    this.#write()
    this.#tell()
  }

  /** Another tab has changed what is stored. What this one could not store yet stays on top of it. */
  reread(): void {
    try {
      const stored = this.#read()
      this.#kept = this.#unstored.reduce((kept, change) => change(kept), stored)
    } catch (error) {
      this.#storage = stateOf(error)
    }
    this.#tell()
  }

  /** Drops what could not be read. */
  forgetUnreadable(): void {
    this.#unreadable = null
    try {
      this.#open().removeItem(UNREADABLE)
    } catch {
      // It stays where it is; nothing else can be done about it.
    }
    this.#tell()
  }

  /** Calls `listener` after every change; gives the function that ends it. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @throws what the storage throws */
  #read(): Kept {
    const storage = this.#open()
    this.#unreadable ??= storage.getItem(UNREADABLE)
    const text = storage.getItem(KEY)
    if (text === null) return nothingKept
    const read = readKept(text)
    if (read === null) this.#unreadable = text
    return read ?? nothingKept
  }

  #write(): void {
    try {
      const next = this.#unstored.reduce((kept, change) => change(kept), this.#read())
      const storage = this.#open()
      if (this.#unreadable !== null) storage.setItem(UNREADABLE, this.#unreadable)
      storage.setItem(KEY, writeKept(next))
      this.#kept = next
      this.#unstored = []
      this.#storage = 'ok'
    } catch (error) {
      this.#storage = stateOf(error)
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

function stateOf(error: unknown): StorageState {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked'
}

let ours: Progress | null = null

/** The one progress of a page: its questions share it. Other tabs' changes reach it. */
export function progress(): Progress {
  if (ours) return ours
  const made = new Progress()
  // The build draws the islands too; it has neither storage nor tabs.
  globalThis.window?.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === UNREADABLE || key === null) made.reread()
  })
  ours = made
  return made
}
