// From an image to the typed state of a step: frames, variables, objects, the collector. Objects decode their details
// when asked; the state keeps its own copy of the memory, so it stays true wherever the cursor goes.

import type { Code } from '../simulator/compiler/code.ts'
import { Tstate } from '../simulator/heap/runtime.ts'
import { InterpreterFrame as Frame } from '../simulator/heap/structs.ts'
import { decodeCollector } from './collector.ts'
import type { Cursor } from './cursor.ts'
import { Image } from './image.ts'
import { FlatMemory, PagedMemory } from './memory.ts'
import { DecodedObject, type Liveness } from './object.ts'
import { outputUntil } from './output.ts'
import { FRAME_INIT_SHIM, forEachRoot, framesOf, threadsIn } from './roots.ts'
import { builtinObjects, type Doors, doorsOf, firstWords, mainDict } from './startup.ts'
import type { CellState, CollectorState, FrameState, ObjectState, ObjectTable, State, VariableState } from './state.ts'
import { dictItems } from './tables.ts'
import type { Trace } from './trace.ts'
import { type Edge, traverse } from './traverse.ts'

/** Bits of `co_localspluskinds` and `co_flags` (compiler/code.ts). */
const CO_FAST_CELL = 0x40
const CO_FAST_FREE = 0x80
const CO_OPTIMIZED = 0x0001
const CO_GENERATOR = 0x0020

/** The names every module has, which no learner wrote. */
const MODULE_NAMES = new Set([
  '__name__',
  '__doc__',
  '__package__',
  '__loader__',
  '__spec__',
  '__file__',
  '__cached__',
  '__builtins__',
  '__annotations__',
  '__annotate__',
  '__conditional_annotations__',
])

/** A state with what it was read from, for query.ts. */
export interface DecodedState extends State {
  readonly image: Image
  /** Objects the interpreter had before the program began. */
  readonly builtin: ReadonlySet<number>
  /** What has come since. */
  readonly own: ReadonlySet<number>
  readonly doors: Doors
}

/** The state at the step where the cursor stands. */
export function stateAt(cursor: Cursor): DecodedState {
  const { trace, step } = cursor
  const memory = new PagedMemory(firstWords(trace), cursor.words, cursor.written)
  const image = new Image(memory, trace)
  const builtin = builtinObjects(trace, step)
  const doors = doorsOf(trace, builtin, memory)
  const collector = decodeCollector(image)
  const existing = ownObjects(image, builtin, doors, collector)
  const { own, reachable } = existing
  const liveness: Liveness = {
    builtin,
    reachable: { has: (o) => reachable.has(o) || builtin.has(o) },
    generations: generationsOf(collector),
  }
  const frames = decodeFrames(image, trace, step)
  const globals = decodeGlobals(image)
  const { stdout, stderr } = outputUntil(trace, step)
  return {
    image,
    builtin,
    own,
    doors,
    step,
    kind: trace.steps.kind[step],
    line: trace.steps.line[step],
    frames,
    globals,
    objects: new DecodedObjects(image, builtin, own, liveness),
    userObjects: userObjects(image, frames, globals, existing),
    collector,
    stdout,
    stderr,
  }
}

/** The objects of a state, decoded when they are asked for. */
class DecodedObjects implements ObjectTable {
  readonly #image: Image
  readonly #builtin: ReadonlySet<number>
  readonly #own: ReadonlySet<number>
  readonly #liveness: Liveness
  readonly #known = new Map<number, ObjectState>()

  constructor(image: Image, builtin: ReadonlySet<number>, own: ReadonlySet<number>, liveness: Liveness) {
    this.#image = image
    this.#builtin = builtin
    this.#own = own
    this.#liveness = liveness
  }

  has(address: number): boolean {
    return this.#own.has(address) || this.#builtin.has(address)
  }

  get(address: number): ObjectState | undefined {
    let object = this.#known.get(address)
    if (object || !this.has(address)) return object
    object = new DecodedObject(this.#image, address, this.#liveness)
    this.#known.set(address, object)
    return object
  }

  *keys(): Generator<number> {
    yield* this.#builtin
    yield* this.#own
  }

  *values(): Generator<ObjectState> {
    for (const address of this.keys()) yield this.get(address) as ObjectState
  }
}

/** What a layout has to know of a state. It reads the cursor's own memory: true only until the cursor moves. */
export interface Glimpse {
  readonly frames: readonly FrameState[]
  readonly globals: readonly VariableState[]
  readonly objects: { get(address: number): ObjectState | undefined }
}

/** Most frames a glimpse looks into. */
const MOST_FRAMES = 16

/** A quick look at the step where the cursor stands: nothing is copied, and what is alive is not worked out. */
export function glimpseAt(cursor: Cursor): Glimpse {
  const { trace, step } = cursor
  const image = new Image(new FlatMemory(cursor.words, cursor.doubles), trace)
  const liveness: Liveness = {
    reachable: { has: () => true },
    generations: { get: () => undefined },
    builtin: builtinObjects(trace, step),
  }
  const known = new Map<number, ObjectState>()
  const get = (address: number) => {
    let object = known.get(address)
    if (!object && address !== 0) {
      object = new DecodedObject(image, address, liveness)
      known.set(address, object)
    }
    return object
  }
  const frames = decodeFrames(image, trace, step, MOST_FRAMES)
  return { frames, globals: decodeGlobals(image), objects: { get } }
}

/** What exists at a step. */
interface Existing {
  /** Objects the interpreter had before the program began. */
  readonly builtin: ReadonlySet<number>
  /** What has come since and can be reached from what the interpreter holds. */
  readonly reachable: ReadonlySet<number>
  /** That, and what only the collector still knows. */
  readonly own: ReadonlySet<number>
}

function ownObjects(
  image: Image,
  builtin: ReadonlySet<number>,
  doors: Doors,
  { generations, increment, unreachable }: CollectorState,
): Existing {
  const found = new Set<number>()
  const pending: number[] = []
  const add = (o: number) => {
    if (builtin.has(o) || found.has(o)) return
    found.add(o)
    pending.push(o)
  }
  const shared = new Set(doors.claimed)
  const spread = () => {
    for (let o = pending.pop(); o !== undefined; o = pending.pop()) traverse(image, o, shared, add)
  }
  forEachRoot(image, add)
  for (const o of doors.objects) traverse(image, o, shared, add)
  spread()
  const reachable = found.size
  for (const list of [...generations, increment, unreachable]) for (const o of list) add(o)
  spread()
  // Most often the collector knows of nothing more.
  const isAll = found.size === reachable
  return { builtin, own: found, reachable: isAll ? found : new Set([...found].slice(0, reachable)) }
}

/** The list each tracked object is in, made when the first object is asked for its own. */
function generationsOf({ generations, unreachable }: CollectorState): Liveness['generations'] {
  let table: Map<number, number> | null = null
  const made = () => {
    const lists = new Map(unreachable.map((o) => [o, -1]))
    generations.forEach((list, generation) => {
      for (const o of list) lists.set(o, generation)
    })
    return lists
  }
  return {
    get: (o) => {
      table ??= made()
      return table.get(o)
    },
  }
}

function namespace(image: Image, dict: number, kind: 'global' | 'local'): VariableState[] {
  if (dict === 0 || image.kindOf(dict) !== 'dict') return []
  return dictItems(image, dict)
    .filter(({ key }) => image.kindOf(key) === 'str' && !MODULE_NAMES.has(image.text(key)))
    .map(({ key, value }) => ({ name: image.text(key), kind, value, cell: 0, borrowed: false }))
}

function decodeGlobals(image: Image): VariableState[] {
  return namespace(image, mainDict(image), 'global')
}

/**
 * Thread by thread, the outermost frame first. Of threads beside the main one, and of the main one while it waits, those of
 * the program: what the library has called between them is left out.
 * @param most of a deeper stack only its innermost frames, this many, and the module's
 */
function decodeFrames(image: Image, trace: Trace, step: number, most = Number.POSITIVE_INFINITY): FrameState[] {
  const id = (thread: number) => image.load(thread + Tstate.id)
  const threads = threadsIn(image).sort((a, b) => id(a) - id(b))
  return threads.flatMap((thread) => {
    const frames = framesOf(image, thread).filter(
      (frame) =>
        (image.load(frame + Frame.flags) & FRAME_INIT_SHIM) === 0 && image.load(frame + Frame.f_executable) !== 0,
    )
    const running = thread === 0
    const isWhole = running && id(thread) === 1
    return frames
      .map((frame, i) => [frame, i] as const)
      .filter(([, i]) => i < most || i === frames.length - 1)
      .filter(([frame, i]) => isWhole || (running && i === 0) || isOfProgram(image, trace, frame))
      .map(([frame, i]) => {
        const innermost = running && i === 0
        const line = innermost ? trace.steps.line[step] : 0
        return { ...decodeFrame(image, frame, frames.length - i, line), thread: id(thread) - 1, running: innermost }
      })
      .reverse()
  })
}

function isOfProgram(image: Image, trace: Trace, frame: number): boolean {
  return image.codeOf(image.load(frame + Frame.f_executable) & ~1).co_filename === trace.filename
}

function decodeFrame(
  image: Image,
  frame: number,
  depth: number,
  runningLine: number,
): Omit<FrameState, 'thread' | 'running'> {
  const codeAddress = image.load(frame + Frame.f_executable) & ~1
  const code = image.codeOf(codeAddress)
  const instruction = image.load(frame + Frame.instr_ptr)
  const kind = kindOfFrame(code)
  const cells = decodeCells(image, frame)
  const slots = code.co_localsplusnames.length
  const locals = cells.slice(0, slots).map((cell, i) => decodeLocal(image, code, cell, i))
  const body = kind === 'module' || kind === 'class'
  const names = body
    ? namespace(image, image.load(frame + Frame.f_locals) & ~1, kind === 'module' ? 'global' : 'local')
    : []
  return {
    address: frame,
    kind,
    name: code.co_name,
    qualname: code.co_qualname,
    code,
    codeAddress,
    function: body ? 0 : image.load(frame + Frame.f_funcobj) & ~1,
    line: runningLine || (code.instructions[instruction]?.lineno ?? code.co_firstlineno),
    instruction,
    depth,
    locals: [...names, ...locals],
    stack: cells.slice(slots),
  }
}

function kindOfFrame(code: Code): FrameState['kind'] {
  if (code.co_name === '<module>') return 'module'
  if (code.co_name === '<lambda>') return 'lambda'
  if (/^<(list|set|dict)comp>$/.test(code.co_name)) return 'comprehension'
  if (code.co_flags & CO_GENERATOR) return 'generator'
  return code.co_flags & CO_OPTIMIZED ? 'function' : 'class'
}

function decodeCells(image: Image, frame: number): CellState[] {
  const first = frame + Frame.sizeof
  const end = image.load(frame + Frame.stackpointer)
  const cells: CellState[] = []
  for (let at = first; at < end; at += 8) {
    const word = image.load(at)
    const isNumber = (word & 3) === 3
    cells.push({ value: isNumber ? 0 : word & ~1, borrowed: !isNumber && (word & 1) !== 0 })
  }
  return cells
}

function decodeLocal(image: Image, code: Code, slot: CellState, i: number): VariableState {
  const kinds = code.co_localspluskinds[i]
  const kind = kinds & CO_FAST_FREE ? 'free' : kinds & CO_FAST_CELL ? 'cell' : 'local'
  const name = code.co_localsplusnames[i]
  // Until MAKE_CELL has run, the slot of a captured parameter holds the argument itself.
  const isCell = kind !== 'local' && slot.value !== 0 && image.kindOf(slot.value) === 'cell'
  return {
    name,
    kind,
    value: isCell ? image.load(slot.value + 16) : slot.value,
    cell: isCell ? slot.value : 0,
    borrowed: slot.borrowed,
  }
}

/** Walks from the program's variables; objects of the interpreter are shown but not looked into. */
function userObjects(
  image: Image,
  frames: readonly FrameState[],
  globals: readonly VariableState[],
  { builtin, own, reachable }: Existing,
): Set<number> {
  const found = new Set<number>()
  const pending: number[] = []
  const add = (o: number) => {
    if (o === 0 || found.has(o) || !(own.has(o) || builtin.has(o))) return
    found.add(o)
    if (!builtin.has(o)) pending.push(o)
  }
  for (const { value } of globals) add(value)
  for (const { locals, stack } of frames) {
    for (const { value, cell } of locals) {
      add(cell)
      add(value)
    }
    for (const { value } of stack) add(value)
  }
  const sharedKeys = new Set<number>()
  const main = mainDict(image)
  const visit = (target: number, { kind, label }: Edge) => {
    if (target !== main && !(kind === 'field' && INNER_FIELDS.has(label))) add(target)
  }
  for (let o = pending.pop(); o !== undefined; o = pending.pop()) traverse(image, o, sharedKeys, visit)
  // Trash of the program: alive, out of reach, and not there when it began.
  if (reachable !== own) for (const o of own) if (!reachable.has(o)) add(o)
  return found
}

/** What functions and classes hold that is the interpreter's business. */
const INNER_FIELDS: ReadonlySet<Edge['label']> = new Set([
  '__globals__',
  '__builtins__',
  '__name__',
  '__qualname__',
  '__module__',
  '__doc__',
  '__mro__',
  '__subclasses__',
  'tp_cache',
  'co_names',
  'co_localsplusnames',
  'co_filename',
  'co_name',
  'co_qualname',
  'co_linetable',
  'co_exceptiontable',
])
