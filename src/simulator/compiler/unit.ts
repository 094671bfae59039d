// One code object in the making (CPython: struct compiler_unit, _PyInstructionSequence).

import type { AnnAssign } from '../parser/ast.ts'
import type { Constant } from './code.ts'
import type { Location } from './location.ts'
import { DEF_COMP_CELL, DEF_FREE_CLASS, type Entry, mangle, type Scope } from './symtable/entry.ts'

export type ScopeType =
  | 'module'
  | 'class'
  | 'function'
  | 'async_function'
  | 'lambda'
  | 'comprehension'
  /** Type parameters, and what is made for annotations. */
  | 'annotations'

/** A place to jump to: an index in `Unit.code` once it is known. */
export interface Label {
  index: number
  /** When it was made: 3.11 keeps its blocks in that order. */
  readonly made: number
}

/** One instruction as codegen emits it, pseudo-instructions included. */
export interface Emitted {
  op: string
  arg: number
  label: Label | null
  loc: Location
  made: number
}

export type FBlockType =
  | 'while_loop'
  | 'for_loop'
  | 'async_for_loop'
  | 'try_except'
  | 'finally_try'
  | 'finally_end'
  | 'with'
  | 'async_with'
  | 'handler_cleanup'
  | 'pop_value'
  | 'exception_handler'
  | 'exception_group_handler'
  | 'async_comprehension_generator'
  | 'stop_iteration'

/** What must be undone when leaving a statement from inside. */
export interface FBlock {
  readonly type: FBlockType
  readonly block: Label | null
  readonly exit: Label | null
  readonly loc: Location
  /** Emits the `finally` body, for `finally_try`. */
  readonly finallyBody?: (() => void) | undefined
  /** The name of `except ... as name`, for `handler_cleanup`. */
  readonly name?: string | null | undefined
}

export class Unit {
  readonly type: ScopeType
  readonly entry: Entry
  readonly name: string
  readonly parent: Unit | null
  readonly privateName: string | null
  firstlineno: number
  qualname: string
  argcount = 0
  posonlyargcount = 0
  kwonlyargcount = 0
  readonly consts: Constant[] = []
  private readonly constIndex = new Map<Constant, number>()
  readonly names = new Map<string, number>()
  readonly varnames = new Map<string, number>()
  readonly cellvars = new Map<string, number>()
  readonly freevars = new Map<string, number>()
  /** Names that are fast locals only inside inlined comprehensions: true while inside. */
  readonly fastHidden = new Map<string, boolean>()
  code: Emitted[] = []
  /** Counts labels and instructions as they are made. */
  made = 0
  /** Uses of labels in order, for versions where each starts a block. */
  readonly labels: Label[] = []
  fblocks: FBlock[] = []
  /** Where the code for a module's annotations goes (3.14+): an index in `code`, or -1. */
  annotationsPlaceholder = -1
  annotationsCode: Emitted[] = []
  inlinedComprehensions = 0
  /** RETURN_GENERATOR stands in the code already. */
  ownGeneratorPrefix = false
  staticAttributes = new Set<string>()
  deferredAnnotations: { statement: AnnAssign; index: number }[] = []
  conditionalAnnotations = 0
  conditionalBlocks = 0

  constructor(
    type: ScopeType,
    entry: Entry,
    name: string,
    parent: Unit | null,
    privateName: string | null,
    firstlineno: number,
  ) {
    this.type = type
    this.entry = entry
    this.name = name
    this.parent = parent
    this.privateName = privateName
    this.firstlineno = firstlineno
    for (const it of entry.varnames) this.varnames.set(it, this.varnames.size)
    for (const it of namesOf(entry, 'CELL', DEF_COMP_CELL)) this.cellvars.set(it, this.cellvars.size)
    if (entry.needsClassClosure) this.cellvars.set('__class__', this.cellvars.size)
    if (entry.needsClassDict) this.cellvars.set('__classdict__', this.cellvars.size)
    if (entry.type === 'class' && entry.hasConditionalAnnotations) {
      this.cellvars.set('__conditional_annotations__', this.cellvars.size)
    }
    const offset = this.cellvars.size
    for (const it of namesOf(entry, 'FREE', DEF_FREE_CLASS)) this.freevars.set(it, offset + this.freevars.size)
    this.qualname = this.computeQualname()
  }

  /** compiler_set_qualname. */
  private computeQualname(): string {
    let parent = this.parent
    if (parent === null || parent.parent === null) return this.name
    if (parent.type === 'annotations') {
      parent = parent.parent
      if (parent.parent === null) return this.name
    }
    if (this.type === 'function' || this.type === 'async_function' || this.type === 'class') {
      const scope = parent.entry.scopeOf(mangle(parent.privateName, this.name))
      if (scope === 'GLOBAL_EXPLICIT') return this.name
    }
    const inFunction = parent.type === 'function' || parent.type === 'async_function' || parent.type === 'lambda'
    return inFunction ? `${parent.qualname}.<locals>.${this.name}` : `${parent.qualname}.${this.name}`
  }

  /** The index of a constant, which must be merged already. */
  addConst(constant: Constant): number {
    let index = this.constIndex.get(constant)
    if (index === undefined) {
      index = this.consts.length
      this.consts.push(constant)
      this.constIndex.set(constant, index)
    }
    return index
  }

  mangle(name: string): string {
    return mangle(this.privateName, name)
  }
}

/** dictbytype: the names of that scope or with that flag, sorted. */
function namesOf(entry: Entry, scope: Scope, flag: number): string[] {
  const found: string[] = []
  for (const [name, symbol] of entry.symbols) {
    if (symbol.scope === scope || symbol.flags & flag) found.push(name)
  }
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** The index of a name in one of the unit's tables, new names at the end. */
export function indexOf(table: Map<string, number>, name: string): number {
  let index = table.get(name)
  if (index === undefined) {
    index = table.size
    table.set(name, index)
  }
  return index
}
