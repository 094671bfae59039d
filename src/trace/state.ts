// The interpreter at one step, as values a view or a quiz can use: frames, variables, objects. decode.ts makes them.

import type { Code } from '../simulator/compiler/code.ts'

/** Everything there is at a step. Holds its own copy of the memory: it stays true when the cursor moves on. */
export interface State {
  readonly step: number
  /** StepKind of the step. */
  readonly kind: number
  /** The line about to run; 0 at the exit. */
  readonly line: number
  /** Python frames, thread by thread, those of the main thread first: the module's, at last the innermost. */
  readonly frames: readonly FrameState[]
  /** The variables of `__main__`, in the order of its dictionary, without the names every module has. */
  readonly globals: readonly VariableState[]
  /** Every object that exists, by address: reachable ones, and unreachable ones that nobody has freed yet. */
  readonly objects: ObjectTable
  /**
   * Addresses of the objects that belong to the program: what it made itself and what its variables lead to. Objects of
   * the interpreter are among them only where a variable or an object of the program holds them directly.
   */
  readonly userObjects: ReadonlySet<number>
  readonly collector: CollectorState
  /** What has been written so far. */
  readonly stdout: string
  readonly stderr: string
}

/** The objects of a state by address. */
export interface ObjectTable {
  has(address: number): boolean
  get(address: number): ObjectState | undefined
  keys(): Iterable<number>
  values(): Iterable<ObjectState>
}

/** A Python frame. */
export interface FrameState {
  readonly address: number
  readonly kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'generator'
  /** `co_name` and `co_qualname`. */
  readonly name: string
  readonly qualname: string
  readonly code: Code
  /** Address of the code object. */
  readonly codeAddress: number
  /** Address of the function, 0 for module and class bodies. */
  readonly function: number
  /** The line this frame is at: about to run in the innermost frame, waiting for a call in the others. */
  readonly line: number
  /** Index in `code.instructions`: about to run in the innermost frame, running in the others. */
  readonly instruction: number
  /** 1 for the outermost of its thread. */
  readonly depth: number
  /** 0 in the main thread; others are numbered in the order in which they were started. */
  readonly thread: number
  /** The innermost frame of the thread that runs. */
  readonly running: boolean
  /** Fast locals, cells and free variables in slot order; in a module or class body the names of its namespace. */
  readonly locals: readonly VariableState[]
  /** The value stack, bottom first. */
  readonly stack: readonly CellState[]
}

/** The frame that runs; undefined where none does. */
export function runningFrame(state: { readonly frames: readonly FrameState[] }): FrameState | undefined {
  return state.frames.find(({ running }) => running)
}

/** A name and what it refers to. */
export interface VariableState {
  readonly name: string
  readonly kind: 'local' | 'cell' | 'free' | 'global'
  /** Address of the object the name means (through the cell, where there is one); 0: unbound. */
  readonly value: number
  /** Address of the cell, 0 where there is none. */
  readonly cell: number
  /** The slot does not own the reference: somebody else keeps the object alive. */
  readonly borrowed: boolean
}

/** A cell of the value stack. */
export interface CellState {
  /** Address of the object; 0 is NULL. */
  readonly value: number
  readonly borrowed: boolean
}

/** How an object wants to be drawn. */
export type ObjectKind =
  | 'atom'
  | 'sequence'
  | 'mapping'
  | 'set'
  | 'instance'
  | 'class'
  | 'function'
  | 'module'
  | 'cell'
  | 'exception'
  | 'iterator'
  | 'weakref'
  | 'other'

/** An object. Everything below `generation` is decoded when first asked for. */
export interface ObjectState {
  readonly address: number
  /** What `id()` gives. */
  readonly id: number
  /** Address of its type, and the type's `__name__`. */
  readonly type: number
  readonly typeName: string
  readonly kind: ObjectKind
  /** The stored count as an unsigned number: what `sys.getrefcount` shows, less the reference made by asking. */
  readonly refcnt: number
  readonly immortal: boolean
  /** Whether the interpreter had it before the program began. */
  readonly builtin: boolean
  /** Whether anything the interpreter can still use leads to it. */
  readonly reachable: boolean
  /** Whether it is in one of the collector's lists, and in which: 0 youngest, 3 frozen; -1 in none. */
  readonly tracked: boolean
  readonly generation: number
  /** Whether its finalizer has run. */
  readonly finalized: boolean
  /** What `sys.getsizeof` says, where the type has no method of its own for it. */
  readonly sizeof: number
  /** A short text for it, at most REPR_LIMIT characters: its repr where that needs no code of the program. */
  readonly repr: string
  /** The value of an atom: None, bool, int, float, str, bytes. */
  readonly value: AtomValue | undefined
  /** What it holds that a learner would call its contents: items, keys and values, attributes, cell contents. */
  readonly items: readonly SlotState[]
  /** Addresses of the weak references to it, in the order of its list. */
  readonly weakrefs: readonly number[]
}

/** Longest `repr` of an ObjectState, in characters. */
export const REPR_LIMIT = 60

export type AtomValue = null | boolean | bigint | number | string

/** One thing inside an object. */
export interface SlotState {
  readonly kind: 'item' | 'key' | 'value' | 'attribute' | 'field'
  /** The index, the attribute's or field's name; for `key` and `value` the position in the dictionary's order. */
  readonly label: number | string
  /** Address of what is held; 0 where the slot is empty. */
  readonly target: number
  /** For `value`: address of its key. */
  readonly key: number
}

/** The collector's own variables. */
export interface CollectorState {
  readonly enabled: boolean
  readonly collecting: boolean
  /** `gc.get_count()` and `gc.get_threshold()`. */
  readonly counts: readonly [number, number, number]
  readonly thresholds: readonly [number, number, number]
  /** Addresses of the objects of each generation, in list order; the fourth is the frozen one. */
  readonly generations: readonly (readonly number[])[]
  /** While a collection runs: what it holds unreachable so far; what an increment (3.14.0) looks at. */
  readonly unreachable: readonly number[]
  readonly increment: readonly number[]
  /** From update_refs until move_unreachable: the copied count of each object that is looked at. */
  readonly gcRefs: ReadonlyMap<number, number>
  /** Objects that wait for the next full collection, and those that outlived the last one (up to 3.13, and since 3.14.5). */
  readonly longLived: { readonly pending: number; readonly total: number }
  /** Which old generation holds what this round has visited (3.14.0): 0 generation 1, 1 generation 2. */
  readonly visitedSpace: number
}

/** Who holds an object. */
export interface Holder {
  readonly kind: HolderKind
  /** Names and numbers to show, outermost first: no sentences. */
  readonly label: readonly (string | number)[]
  /** Address of the object or frame that holds; 0 for the interpreter itself. */
  readonly from: number
  /** Whether the holder owns its reference, so that it counts in `ob_refcnt`. */
  readonly owned: boolean
}

export type HolderKind =
  /** A name in a namespace (a module's, a class body's). */
  | 'name'
  /** A frame's local variable, cell or free variable slot. */
  | 'local'
  /** A frame's value stack. */
  | 'stack'
  /** A frame itself: its function, code, namespace. */
  | 'frame'
  /** Native code at work. */
  | 'cstack'
  | 'item'
  | 'attribute'
  | 'key'
  | 'value'
  | 'field'
  /** A code object's constants and names. */
  | 'constant'
  /** The parser's arena. */
  | 'arena'
  /** The interpreter's own variables and static types. */
  | 'interpreter'

/** What changed between two states. */
export interface Difference {
  /** Addresses of objects that came and went (an address used again counts as both). */
  readonly created: readonly number[]
  readonly freed: readonly number[]
  /** Objects in both whose count differs. */
  readonly changed: readonly ChangedObject[]
}

export interface ChangedObject {
  readonly address: number
  readonly before: number
  readonly after: number
  readonly gained: readonly Holder[]
  readonly lost: readonly Holder[]
}
