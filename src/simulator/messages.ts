// What page and worker say to each other. Plain data.

import type { Answer, Question } from '../quiz/question.ts'
import type { TaskGoal, TaskVerdict, Tried } from '../quiz/task.ts'
import type { CollectorWish } from '../scene/collector.ts'
import type { Comparison } from '../scene/compare.ts'
import type { MemoryWish } from '../scene/memory.ts'
import type { Packed } from '../scene/packing.ts'
import type { Grain, View } from '../scene/view.ts'
import type { Outcome } from '../trace/trace.ts'
import type { DisRow } from './compiler/dis.ts'

export type { Answer, Question, TaskGoal, TaskVerdict, Tried }

/** How a step is looked at. */
export interface Look {
  readonly grain: Grain
  /** With boxes for small values. */
  readonly atoms: boolean
  /** With the holders of each object. */
  readonly told: boolean
}

/** The step of a run that is shown first: the one just after a line has run for the first time, or the last one. */
export interface Shown {
  /** 0 for none. */
  readonly line: number
  readonly look: Look
}

/** How a page looks at a run before the learner chooses anything. */
export const FIRST_LOOK: Look = { grain: 'line', atoms: false, told: false }

/** A request to the worker. `run` comes first; the others but `prepare` are about the last run. */
export type ToWorker =
  | {
      readonly kind: 'run'
      readonly source: string
      readonly filename: string
      readonly python: string
      /** Which view comes with the answer; none where the page has it. */
      readonly shown: Shown | null
      /** The lines `input()` reads; where there are no more, the run ends with the outcome `input`. */
      readonly typed: readonly string[]
    }
  /** A run of this program is likely to be asked for, and to be shown first at one of these lines: see `Shown`. */
  | { readonly kind: 'prepare'; readonly source: string; readonly python: string; readonly lines: readonly number[] }
  | { readonly kind: 'view'; readonly step: number; readonly look: Look }
  /** The view of another grain at the same moment. */
  | { readonly kind: 'regrain'; readonly moment: number; readonly look: Look }
  | { readonly kind: 'afterLine'; readonly line: number }
  | { readonly kind: 'answers'; readonly question: Question }
  /** Whether the last run does what a task asks. */
  | { readonly kind: 'judge'; readonly task: TaskGoal; readonly tried: Tried }
  | { readonly kind: 'marks'; readonly grain: Grain; readonly breakpoints: readonly number[] }
  | { readonly kind: 'timeline'; readonly address: number; readonly step: number; readonly grain: Grain }
  | { readonly kind: 'traceback' }
  | { readonly kind: 'memory'; readonly wish: MemoryWish }
  | { readonly kind: 'collector'; readonly wish: CollectorWish }
  /** The same program, with the same lines typed, under another version, held against the last run. */
  | { readonly kind: 'compare'; readonly python: string }
  /** The whole of the last run, as a file. */
  | { readonly kind: 'trace' }

/** What the worker says to the request `id`: when a run begins, or waits for a part of the library; then its value or what went wrong. */
export type FromWorker =
  | { readonly id: number; readonly kind: 'begun' }
  | { readonly id: number; readonly kind: 'fetching' }
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'error'; readonly text: string }
  /** What the program needs besides cannot be fetched. */
  | { readonly id: number; readonly kind: 'unreachable' }

/** What came of a run. `first` is the view asked for with it; `null` where nothing ran. */
export interface Started<V = WorkerView> {
  readonly outcome: Outcome | { readonly kind: 'budget'; readonly which: 'time' }
  readonly stdout: string
  readonly stderr: string
  /** Number of the last step shown. */
  readonly last: number
  readonly first: V | null
}

/** What a run comes to that was made ahead, by the line it is shown at first. The answer to `prepare`. */
export interface Ready {
  readonly source: string
  readonly python: string
  readonly started: ReadonlyMap<number, Started<SentView>>
}

/** What came of running the program under another version. */
export interface Compared {
  readonly outcome: Started['outcome']
  /** The last run first, the other one second; `null` where the other was stopped by the clock. */
  readonly comparison: Comparison | null
}

/** A view, and by instruction the code that is running. */
export interface WorkerView extends View {
  readonly bytecode: Bytecode | null
}

/** The same as it is sent. */
export type SentView = Packed<WorkerView>

/** The code of the innermost frame. */
export interface Bytecode {
  /** `co_name`. */
  readonly name: string
  readonly rows: readonly BytecodeRow[]
  /** Index of the row about to run. */
  readonly current: number
  /** The value stack, bottom first. */
  readonly stack: readonly StackCell[]
}

/** An instruction, and where in the text it comes from. */
export interface BytecodeRow extends DisRow {
  /** The line it begins in, from 1; `null` where in none. */
  readonly lineno: number | null
  /** The columns from 0, in code points, where it ends in the same line. */
  readonly columns: { readonly from: number; readonly to: number } | null
}

/** A cell of the value stack. */
export interface StackCell {
  readonly text: string
  /** Borrowed: the cell owns no reference. Empty: NULL. */
  readonly kind: 'owned' | 'borrowed' | 'empty'
}
