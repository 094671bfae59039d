// What was there when the program began. Thousands of objects of the interpreter hardly change while a program runs, so
// what they lead to is read once, and again at a step only where the memory it was read from has changed.

import { Roots } from '../simulator/heap/runtime.ts'
import { InterpreterFrame as Frame, PyModuleObject } from '../simulator/heap/structs.ts'
import { Happening } from './happenings.ts'
import { Image } from './image.ts'
import { layKeyframe } from './keyframes.ts'
import { FlatMemory, type PagedMemory, pageOf, WatchedMemory } from './memory.ts'
import { framesOf, mainFrames, reachableFromRoots } from './roots.ts'
import { dictItems } from './tables.ts'
import type { Trace } from './trace.ts'
import { traverse } from './traverse.ts'

/** What was alive when the program began, without the program's own module. */
interface Startup {
  readonly objects: ReadonlySet<number>
  /** What dies later, and after which step. */
  readonly deaths: readonly (readonly [step: number, address: number])[]
  /** The objects that are read from each page of the memory. */
  readonly readers: ReadonlyMap<number, readonly number[]>
  /** Those that lead to what is not among them. */
  readonly bridges: readonly number[]
  /** The tables of keys whose keys an object owns, as the first to come. */
  readonly claims: ReadonlyMap<number, readonly number[]>
}

const beginnings = new WeakMap<Trace, Int32Array<ArrayBuffer>>()

/** The memory at step 0; shared by every image of the trace. */
export function firstWords(trace: Trace): Int32Array<ArrayBuffer> {
  let words = beginnings.get(trace)
  if (!words) {
    words = new Int32Array((trace.words + 1) & ~1)
    if (trace.keyframes.length > 0) layKeyframe(trace.keyframes[0], words)
    beginnings.set(trace, words)
  }
  return words
}

const startups = new WeakMap<Trace, Startup>()

function startupOf(trace: Trace): Startup {
  let startup = startups.get(trace)
  if (!startup) {
    startup = readStartup(trace)
    startups.set(trace, startup)
  }
  return startup
}

function readStartup(trace: Trace): Startup {
  const words = firstWords(trace)
  const pages = new Set<number>()
  const memory = new FlatMemory(words, new Float64Array(words.buffer))
  const image = new Image(new WatchedMemory(memory, (index) => pages.add(pageOf(index))), trace)
  const objects = reachableFromRoots(image)
  // The module and what it is made of belong to the program.
  for (const frame of framesOf(image)) {
    objects.delete(image.load(frame + Frame.f_executable) & ~1)
    objects.delete(image.load(frame + Frame.f_funcobj) & ~1)
  }
  objects.delete(mainDict(image))
  const readers = new Map<number, number[]>()
  const claims = new Map<number, readonly number[]>()
  const bridges: number[] = []
  const shared = new Set<number>()
  // Classes first: the tables of attribute names they share with dicts are theirs.
  for (const o of classesFirst(image, objects)) {
    const before = shared.size
    let leadsOut = false
    pages.clear()
    traverse(image, o, shared, (target) => {
      leadsOut ||= !objects.has(target)
    })
    if (leadsOut) bridges.push(o)
    if (shared.size > before) claims.set(o, [...shared].slice(before))
    for (const page of pages) {
      const known = readers.get(page)
      if (known) known.push(o)
      else readers.set(page, [o])
    }
  }
  return { objects, deaths: deathsOf(trace, objects), readers, bridges, claims }
}

function deathsOf(trace: Trace, objects: ReadonlySet<number>): [number, number][] {
  const deaths: [number, number][] = []
  const rows = trace.happenings
  // What died before the first step did so while the interpreter started.
  for (let at = (trace.steps.happenings[0] ?? 0) * 4; at < rows.length; at += 4) {
    if (rows[at + 1] === Happening.dealloc && objects.has(rows[at + 2])) deaths.push([rows[at], rows[at + 2]])
  }
  return deaths
}

/** The sets that differ from the start, by trace and number of deaths. */
const survivors = new WeakMap<Trace, Map<number, ReadonlySet<number>>>()

/** What was there when the program began and is alive at a step. */
export function builtinObjects(trace: Trace, step: number): ReadonlySet<number> {
  const startup = startupOf(trace)
  const dead = startup.deaths.filter(([death]) => death < step)
  if (dead.length === 0) return startup.objects
  const known = survivors.get(trace) ?? new Map<number, ReadonlySet<number>>()
  survivors.set(trace, known)
  let left = known.get(dead.length)
  if (!left) {
    const objects = new Set(startup.objects)
    for (const [, address] of dead) objects.delete(address)
    known.set(dead.length, objects)
    left = objects
  }
  return left
}

/** Where a walk at a later step has to look among what was there at the start. */
export interface Doors {
  /** Objects of the start that may lead to what came later. */
  readonly objects: readonly number[]
  /** The tables of keys that belong to the others. */
  readonly claimed: ReadonlySet<number>
}

/**
 * The objects of the start that lead, or since their memory changed may lead, to what is not of the start.
 * @param builtin `builtinObjects` of the step
 */
export function doorsOf(trace: Trace, builtin: ReadonlySet<number>, memory: PagedMemory): Doors {
  const { readers, bridges, claims } = startupOf(trace)
  const doors = new Set(bridges)
  for (const page of memory.changedPages()) for (const o of readers.get(page) ?? []) doors.add(o)
  const objects = [...doors].filter((o) => builtin.has(o))
  const claimed = new Set<number>()
  for (const [o, keys] of claims) if (builtin.has(o) && !doors.has(o)) for (const table of keys) claimed.add(table)
  return { objects, claimed }
}

/** Classes before the rest, otherwise in their order. */
export function classesFirst(image: Image, objects: Iterable<number>): number[] {
  const classes: number[] = []
  const others: number[] = []
  for (const o of objects) (image.isType(o) ? classes : others).push(o)
  return [...classes, ...others]
}

/** `__main__.__dict__`, or 0 when the module is gone. */
export function mainDict(image: Image): number {
  const outermost = mainFrames(image).at(-1)
  if (outermost !== undefined) return image.load(outermost + Frame.f_globals) & ~1
  const modules = image.load(Roots.sys_modules)
  if (modules === 0) return 0
  const main = dictItems(image, modules).find(({ key }) => image.text(key) === '__main__')
  if (!main || image.kindOf(main.value) !== 'module') return 0
  return image.load(main.value + PyModuleObject.md_dict)
}
