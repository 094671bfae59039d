// Moments of a run by line, and what an expression means there. Steps here are steps of the trace.

import type { Viewer } from '../scene/view.ts'
import { Happening } from '../trace/happenings.ts'
import { resolve, whenLine } from '../trace/query.ts'
import { runningFrame } from '../trace/state.ts'
import { StepKind } from '../trace/trace.ts'

/** What a line printed when it ran first, without its newline. */
export function printedAt(viewer: Viewer, line: number): string | null {
  return viewer.printedBy(line)?.replace(/\n$/, '') ?? null
}

/** The step at which a line is about to run for the first time; -1 where it does not run. */
export function beforeLine(viewer: Viewer, line: number): number {
  const { steps } = viewer.trace
  for (let step = 0; step < steps.count; step++) {
    if (steps.kind[step] === StepKind.line && steps.line[step] === line) return step
  }
  return -1
}

/**
 * The step at which a line counts an object: `getrefcount` and the object lie on the value stack and the call is about to
 * run. `before` itself where it does not count.
 */
export function countingStep(viewer: Viewer, before: number, object: number): number {
  for (const { step, stack } of countingSteps(viewer, before)) if (stack.includes(object)) return step
  return before
}

/** The object whose count a line takes last; 0 where it takes none. */
export function countedBy(viewer: Viewer, before: number): number {
  for (const { stack } of countingSteps(viewer, before)) return stack.at(-1) ?? 0
  return 0
}

/** The steps of a line at which `getrefcount` lies on its frame's value stack, the latest first, with what lies there. */
function* countingSteps(viewer: Viewer, before: number): Generator<{ step: number; stack: readonly number[] }> {
  const { steps } = viewer.trace
  let last = before
  while (last + 1 < steps.count && steps.kind[last + 1] === StepKind.instruction) last++
  const running = runningFrame(viewer.glimpse(before))?.address
  for (let step = last; step > before; step--) {
    // What is called runs deeper, and to decode its steps is not cheap.
    if (steps.depth[step] !== steps.depth[before]) continue
    const { frames, objects } = viewer.glimpse(step)
    const stack = (frames.find(({ address }) => address === running)?.stack ?? []).map(({ value }) => value)
    if (stack.some((value) => objects.get(value)?.repr.includes('getrefcount'))) yield { step, stack }
  }
}

/** The step just after a line has run for the first time; -1 where it does not run. */
export function afterLine(viewer: Viewer, line: number): number {
  const step = whenLine(viewer.trace, line)
  return step < 0 ? -1 : Math.min(step, lastStep(viewer))
}

/** The step at which the program is over. */
export function lastStep(viewer: Viewer): number {
  return viewer.moments.at(-1) ?? 0
}

/** The steps before one at which a line was about to run, the latest first. */
export function stepsBefore(viewer: Viewer, step: number): number[] {
  return viewer.moments.filter((moment) => moment < step).reverse()
}

/** A name and the object it leads to at a step: the running function's names before the module's. */
export type Names = readonly (readonly [name: string, object: number])[]

const namesByViewer = new WeakMap<Viewer, Map<number, Names>>()

/** The names at a step. Kept, since a question looks at the same steps again and again and decoding one is not cheap. */
export function namesAt(viewer: Viewer, step: number): Names {
  let known = namesByViewer.get(viewer)
  if (!known) {
    known = new Map()
    namesByViewer.set(viewer, known)
  }
  let names = known.get(step)
  if (!names) {
    const { frames, globals } = viewer.glimpse(step)
    names = [...(frames.at(-1)?.locals ?? []), ...globals].map(({ name, value }) => [name, value] as const)
    known.set(step, names)
  }
  return names
}

/** The object an expression means, or meant last: `del a` does not change which object is talked about. 0: gone, or never meant. */
export function meant(viewer: Viewer, step: number, expression: string): number {
  for (const s of [step, ...stepsBefore(viewer, step)]) {
    const object = resolve(viewer.glimpse(s), expression)
    if (object === 0) continue
    const freed = freedDuring(viewer, object, s)
    return freed < 0 || freed >= step ? object : 0
  }
  return 0
}

/** The first step of an object's life that may be looked at: one that died earlier at the same address is not it. */
export function bornAfter(viewer: Viewer, object: number, step: number): number {
  return deathsAt(viewer, object).findLast((death) => death < step) ?? -1
}

/** The step during which the object that lives at an address at step `from` dies; -1 where it does not. */
export function freedDuring(viewer: Viewer, object: number, from: number): number {
  return deathsAt(viewer, object).find((death) => death >= from) ?? -1
}

/** The steps during which an object at an address died. One whose finalizer made it live on has not died. */
function deathsAt(viewer: Viewer, object: number): number[] {
  const { happenings } = viewer.trace
  const deaths: number[] = []
  for (let row = 0; row < happenings.length; row += 4) {
    if (happenings[row + 2] !== object) continue
    if (happenings[row + 1] === Happening.dealloc) deaths.push(happenings[row])
    else if (happenings[row + 1] === Happening.resurrect) deaths.pop()
  }
  return deaths
}

/** Whether it is the collector that frees the object that dies during a step: between a collection's start and its end. */
export function isCollected(viewer: Viewer, object: number, freed: number): boolean {
  const { happenings } = viewer.trace
  let collecting = false
  for (let row = 0; row < happenings.length; row += 4) {
    const [step, kind, a] = happenings.subarray(row, row + 3)
    if (kind === Happening.gcStart) collecting = true
    else if (kind === Happening.gcStop) collecting = false
    else if (step === freed && kind === Happening.dealloc && a === object) return collecting
  }
  return false
}
