// What a picture is made of: numbers and words, ready to draw. Plain data, so that it can be made in a worker or at build
// time and drawn anywhere. Lengths are CSS pixels; addresses name objects and frames.

import type { HolderKind } from '../trace/state.ts'

/** Where something is. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One line of a box: a name, index or attribute, and what it holds. */
export interface Row {
  readonly label: string
  /** Shown instead of an arrow: a small value, or what an empty slot says. */
  readonly text: string
  /** Address of the box the arrow leads to, 0 where there is none. */
  readonly target: number
  readonly borrowed: boolean
  /** What of it is not drawn: objects of the chain that goes on here, or characters of the text. */
  readonly more: number
}

/** A frame with its names. */
export interface FrameBox extends Box {
  readonly address: number
  /** `co_name`, or the module's name. */
  readonly title: string
  readonly running: boolean
  /** The number of the thread whose outermost frame this is; 0 in the main thread, and in frames further in. */
  readonly thread: number
  /** How many frames between the one above and this one are not drawn. */
  readonly hiddenBefore: number
  readonly rows: readonly Row[]
}

/** An object. */
export interface ObjectBox extends Box {
  readonly address: number
  /** Names the object among all of the run: an address may be used again (lives.ts). */
  readonly life: string
  readonly type: string
  /** What stands at the head of the box: the type, for a class or function with its name. */
  readonly title: string
  /** Its value where it is an atom, else empty; and how many characters of it are not shown. */
  readonly text: string
  readonly cut: number
  readonly rows: readonly Row[]
  /** How many items are not shown. */
  readonly hidden: number
  readonly refcnt: number
  readonly immortal: boolean
  /** Change of the count since the step before; 0 for none. */
  readonly delta: number
  readonly state: 'alive' | 'new' | 'freed' | 'unreachable'
  /** How far right of its home it is: what nothing leads to any more has come loose. */
  readonly drift: number
  /** The collector's copy of the count while it has one, else `null`. */
  readonly gcRefs: number | null
  /** Empty where the scene does not tell them. */
  readonly holders: readonly DrawnHolder[]
}

/** A line of the ledger. */
export interface HolderRow {
  readonly kind: HolderKind
  readonly label: readonly (string | number)[]
  readonly owned: boolean
  /** Name of the frame or type that holds, where there is one. */
  readonly where: string
}

/** A line of the ledger beside a picture. */
export interface DrawnHolder extends HolderRow {
  /** The arrows that show this reference, as places in `Scene.arrows`: none where it is not drawn, several through a cell. */
  readonly arrows: readonly number[]
}

/** An arrow from a row of a box (-1: from the box itself) to a box. Points of a line that is drawn with rounded corners. */
export interface Arrow {
  readonly from: number
  readonly row: number
  /** Which of the rows of its box it is, from step to step: another one may come before it, or go. */
  readonly label: string
  readonly to: number
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly kind: 'owned' | 'borrowed' | 'weak'
  /** Whether it was not there at the step before. */
  readonly isNew: boolean
}

/** A whole picture. */
export interface Scene {
  readonly width: number
  readonly height: number
  readonly frames: readonly FrameBox[]
  readonly objects: readonly ObjectBox[]
  readonly arrows: readonly Arrow[]
  /** Whether the holders of its objects are told: nobody sees them before a ledger or the table is open. */
  readonly told: boolean
  /** How many objects of the program are not drawn. */
  readonly hidden: number
}

/** Names an arrow among those of its picture, and at the next step, where it is still there. */
export function nameOfArrow({ from, label, to, kind }: Arrow): string {
  return `${from} ${label} ${to} ${kind}`
}

/** What the rows of a box are told apart by: their labels, and where one stands there twice, their order. */
export function rowLabels(rows: readonly Row[]): string[] {
  const met = new Map<string, number>()
  return rows.map(({ label }) => {
    const before = met.get(label) ?? 0
    met.set(label, before + 1)
    return before === 0 ? label : `${label} ${before}`
  })
}
