// Where every walk begins: what the interpreter itself holds. With what objects own (traverse.ts) this is every reference
// there is, so that for each mortal object the owned ones add up to its count.

import { BLOCK_TAG, GcState, Interpreter, KeywordTuples, Roots, Tstate, threadsOf } from '../simulator/heap/runtime.ts'
import { InterpreterFrame as Frame } from '../simulator/heap/structs.ts'
import { collectorLists } from './collector.ts'
import { FLAG, type Image } from './image.ts'
import type { Holder } from './state.ts'
import { traverse, traverseFrame } from './traverse.ts'

/** Bit of a frame's `flags`: the shim around a specialised `__init__`, which no program sees. */
export const FRAME_INIT_SHIM = 2

/** `owner` of a frame that stands on the data stack, and in a generator. */
const FRAME_OWNED_BY_THREAD = 0
const FRAME_OWNED_BY_GENERATOR = 1

/** The id of the main thread. */
const MAIN_THREAD = 1

/** What to add to an offset in Tstate for each thread (runtime.ts). */
export const threadsIn = (image: Image): number[] => threadsOf((address) => image.load(address))

/** Addresses of the frames on the stack of a thread, the innermost first. */
export function framesOf(image: Image, thread = 0): number[] {
  const frames: number[] = []
  for (let frame = image.load(thread + Tstate.current_frame); frame !== 0; frame = image.load(frame + Frame.previous)) {
    frames.push(frame)
  }
  return frames
}

/** The frames of the main thread, the innermost first. */
export function mainFrames(image: Image): number[] {
  const main = threadsIn(image).find((thread) => image.load(thread + Tstate.id) === MAIN_THREAD)
  return framesOf(image, main)
}

/** The name of a frame's function, or `''`. */
export function frameName(image: Image, frame: number): string {
  const code = image.load(frame + Frame.f_executable) & ~1
  return code === 0 ? '' : image.codeOf(code).co_name
}

/** Every reference that no object owns. */
export function forEachRoot(image: Image, visit: (target: number, holder: Holder) => void): void {
  for (const thread of threadsIn(image)) threadRoots(image, thread, visit)
  const variable = (address: number, ...label: string[]) => {
    const target = image.load(address)
    if (target !== 0) visit(target, { kind: 'interpreter', label, from: 0, owned: true })
  }
  variable(Roots.sys_modules, 'sys.modules')
  variable(Roots.builtins_dict, 'builtins')
  variable(Roots.sys_dict, 'sys')
  variable(Interpreter.sysdict_copy, 'sys')
  variable(Interpreter.after_forkers_child, 'threading')
  variable(Roots.main_module, '__main__')
  variable(Roots.builtins_copy, 'builtins')
  variable(Roots.atexit, 'atexit')
  variable(KeywordTuples.print, 'print')
  variable(GcState.garbage, 'gc.garbage')
  variable(GcState.callbacks, 'gc.callbacks')
  waitingCallbacks(image, visit)
  arena(image, visit)
  for (const table of [image.statics.types, image.statics.exceptions]) {
    for (const [name, address] of Object.entries(table)) {
      if (address !== 0) visit(address, { kind: 'interpreter', label: ['static', name], from: 0, owned: true })
    }
  }
  for (const type of image.statics.moduleTypes) {
    // Before the import there is nothing yet; types on the heap are held by their module.
    const isStatic = image.typeOf(type) === image.statics.types.type && (image.flags(type) & FLAG.HEAPTYPE) === 0
    if (isStatic) visit(type, { kind: 'interpreter', label: ['static'], from: 0, owned: true })
  }
  const { none, true_, false_, notImplemented, ellipsis, emptyTuple, emptyStr } = image.statics
  for (const o of [none, true_, false_, notImplemented, ellipsis, emptyTuple, emptyStr]) {
    if (o !== 0) visit(o, { kind: 'interpreter', label: ['static'], from: 0, owned: true })
  }
}

/** What one thread holds. */
function threadRoots(image: Image, thread: number, visit: (target: number, holder: Holder) => void): void {
  frames(image, thread, visit)
  clearedFrames(image, thread, visit)
  nativeCode(image, thread, visit)
  for (const field of Object.keys(THREAD_FIELDS) as (keyof typeof THREAD_FIELDS)[]) {
    const target = image.load(thread + Tstate[field])
    if (target !== 0) visit(target, { kind: 'interpreter', label: [THREAD_FIELDS[field]], from: 0, owned: true })
  }
}

/** How the ledger names them. */
const THREAD_FIELDS = {
  current_exception: 'current_exception',
  exc_value: 'exc_info',
  thread_dict: 'thread dict',
  on_delete_data: 'thread',
  async_gen_firstiter: 'thread',
  async_gen_finalizer: 'thread',
} as const

function frames(image: Image, thread: number, visit: (target: number, holder: Holder) => void): void {
  for (const frame of framesOf(image, thread)) {
    // What a generator's frame holds is the generator's (traverse.ts).
    if (image.load(frame + Frame.owner) === FRAME_OWNED_BY_GENERATOR) continue
    const name = frameName(image, frame)
    traverseFrame(image, frame, (target, edge, borrowed) => {
      const kind = edge.kind === 'local' || edge.kind === 'stack' ? edge.kind : 'frame'
      visit(target, { kind, label: [name, edge.label], from: frame, owned: !borrowed })
    })
    const object = image.load(frame + Frame.frame_obj)
    if (object !== 0) visit(object, { kind: 'frame', label: [name, 'frame_obj'], from: frame, owned: true })
  }
}

/** Frames that have ended and are giving up what they own: a finalizer may run in between. */
function clearedFrames(image: Image, thread: number, visit: (target: number, holder: Holder) => void): void {
  for (
    let frame = image.load(thread + Tstate.clearing_frame);
    frame !== 0;
    frame = image.load(frame + Frame.previous)
  ) {
    const name = frameName(image, frame)
    const owner = image.load(frame + Frame.owner)
    const own = owner === FRAME_OWNED_BY_THREAD
    traverseFrame(image, frame, (target, edge, borrowed) => {
      // The code of any other frame is held by the object the frame stands in.
      if (edge.label === 'f_code' && !own) return
      const kind = edge.kind === 'local' || edge.kind === 'stack' ? edge.kind : 'frame'
      visit(target, { kind, label: [name, edge.label], from: frame, owned: !borrowed })
    })
    const value = image.load(frame + Frame.return_value)
    if (value !== 0 && (own || owner === FRAME_OWNED_BY_GENERATOR))
      visit(value, { kind: 'frame', label: [name, 'return'], from: frame, owned: true })
  }
}

function nativeCode(image: Image, thread: number, visit: (target: number, holder: Holder) => void): void {
  const bottom = image.load(thread + Tstate.cstack)
  const top = image.load(thread + Tstate.cstack_top)
  for (let at = bottom; at < top; at += 8) {
    const cell = image.load(at)
    if (cell === 0 || (cell & 3) === 3) continue
    const holder: Holder = { kind: 'cstack', label: [(at - bottom) / 8], from: 0, owned: (cell & 1) === 0 }
    if ((cell & 3) === BLOCK_TAG) block(image, cell & ~3, image.load(at + 4), (target) => visit(target, holder))
    else visit(cell & ~1, holder)
  }
}

/** The references in a block that native code is giving up. */
function block(image: Image, first: number, extent: number, visit: (target: number) => void): void {
  for (let i = 0; i < extent >> 8; i++) {
    const target = image.load(first + i * (extent & 255))
    if (target !== 0) visit(target)
  }
}

/** Weak references whose callbacks the collector is about to call: it owns a reference to each. */
function waitingCallbacks(image: Image, visit: (target: number, holder: Holder) => void): void {
  if (image.load(GcState.working) === 0) return
  for (const list of [GcState.wrcb_to_call, GcState.outer_wrcb_to_call]) {
    if (image.load(list) === 0) continue
    for (let head = image.load(list); head !== list; head = image.load(head)) {
      visit(head + 16, { kind: 'interpreter', label: ['gc'], from: 0, owned: true })
    }
  }
}

function arena(image: Image, visit: (target: number, holder: Holder) => void): void {
  const block = image.load(Roots.arena)
  if (block === 0) return
  const n = image.load(block)
  for (let i = 0; i < n; i++) {
    const target = image.load(block + 8 + i * 8)
    if (target !== 0) visit(target, { kind: 'arena', label: [i], from: 0, owned: true })
  }
}

/** Everything that what the interpreter itself holds leads to. */
export function reachableFromRoots(image: Image): Set<number> {
  const reachable = new Set<number>()
  forEachRoot(image, (target) => reachable.add(target))
  const shared = new Set<number>()
  // A Set is walked in the order of entry, what is added on the way included.
  for (const o of reachable) traverse(image, o, shared, (target) => reachable.add(target))
  return reachable
}

/** Every object there is: what can be reached, and what only the collector knows. */
export function aliveIn(image: Image): Set<number> {
  const alive = reachableFromRoots(image)
  for (const list of collectorLists(image)) for (const o of list) alive.add(o)
  const shared = new Set<number>()
  for (const o of alive) traverse(image, o, shared, (target) => alive.add(target))
  return alive
}
