// Where in a run something happened that a learner may want to go to: output, objects freed, collections, exceptions, stops.

import { Cursor } from './cursor.ts'
import { stateAt } from './decode.ts'
import { Happening } from './happenings.ts'
import { Image } from './image.ts'
import { FlatMemory } from './memory.ts'
import { isLink, isShown } from './object.ts'
import { builtinObjects } from './startup.ts'
import { StepKind, type Trace } from './trace.ts'

/** Steps of the trace during which something happened, ascending, each once. */
export interface Happened {
  /** Text was written, on stdout or stderr. */
  readonly output: readonly number[]
  /** An object of the program that was there before the line began was freed. */
  readonly free: readonly number[]
  /** A collection began. */
  readonly collection: readonly number[]
  /** An exception was raised in a line of the program, or came out of what that line called. */
  readonly exception: readonly number[]
  /** The program asked for a stop: `breakpoint()`, `pdb.set_trace()`. */
  readonly breakpoint: readonly number[]
}

/** Reads the happenings of a run once. */
export function happened(trace: Trace): Happened {
  const output = new Set<number>()
  const collection = new Set<number>()
  const exception = new Set<number>()
  const breakpoint = new Set<number>()
  const rows = trace.happenings
  for (let at = firstRow(trace) * 4; at < rows.length; at += 4) {
    const [step, kind] = [rows[at], rows[at + 1]]
    if (kind === Happening.output) output.add(step)
    else if (kind === Happening.breakpoint) breakpoint.add(step)
    else if (kind === Happening.gcStart) collection.add(step)
    // The frames it passes through are not marked again, nor what the library catches itself.
    else if (kind === Happening.raise && rows[at + 3] === trace.steps.frame[step]) exception.add(step)
  }
  return {
    output: [...output],
    free: frees(trace),
    collection: [...collection],
    exception: [...exception],
    breakpoint: [...breakpoint],
  }
}

/** What happened before the first step happened while the interpreter started. */
function firstRow({ steps }: Trace): number {
  return steps.happenings[0] ?? 0
}

/** Addresses of the objects that died and the steps in which they did, without those whose finalizer made them live on. */
export function deaths(trace: Trace): { readonly step: number; readonly address: number; readonly type: number }[] {
  const found: { step: number; address: number; type: number }[] = []
  /** Where in `found` the last death of an address stands. */
  const last = new Map<number, number>()
  const rows = trace.happenings
  for (let at = firstRow(trace) * 4; at < rows.length; at += 4) {
    const [step, kind, address, type] = [rows[at], rows[at + 1], rows[at + 2], rows[at + 3]]
    if (kind === Happening.dealloc) last.set(address, found.push({ step, address, type }) - 1)
    else if (kind === Happening.resurrect) found[last.get(address) ?? -1] = { step: -1, address, type }
  }
  return found.filter(({ step }) => step >= 0)
}

/** Most objects come and go within one line; marked are those somebody could see before the line began. */
function frees(trace: Trace): number[] {
  const cursor = new Cursor(trace)
  const image = new Image(new FlatMemory(cursor.words, cursor.doubles), trace)
  const { kind } = trace.steps
  // The module's own code and what it is made of, which go when its body has ended.
  const first = stateAt(cursor).own
  const found = new Set<number>()
  let line = 0
  let known = 0
  for (const { step, address, type } of deaths(trace)) {
    if (found.has(step) || first.has(address)) continue
    for (; known <= step; known++) if (kind[known] === StepKind.line || kind[known] === StepKind.exit) line = known
    cursor.seek(line)
    const wasThere = image.typeOf(address) === type && !isLink(image.refcnt(address))
    if (wasThere && isShown(image, type) && !builtinObjects(trace, line).has(address)) found.add(step)
  }
  return [...found]
}
