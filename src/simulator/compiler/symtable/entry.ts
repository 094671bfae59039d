// One block of names (CPython: Include/internal/pycore_symtable.h, PySTEntryObject) and the flags of a name.

import type { Location } from '../location.ts'

export const DEF_GLOBAL = 1
export const DEF_LOCAL = 2
export const DEF_PARAM = 2 << 1
export const DEF_NONLOCAL = 2 << 2
export const USE = 2 << 3
export const DEF_FREE_CLASS = 2 << 5
export const DEF_IMPORT = 2 << 6
export const DEF_ANNOT = 2 << 7
export const DEF_COMP_ITER = 2 << 8
export const DEF_TYPE_PARAM = 2 << 9
export const DEF_COMP_CELL = 2 << 10
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM

export type Scope = '' | 'LOCAL' | 'GLOBAL_EXPLICIT' | 'GLOBAL_IMPLICIT' | 'FREE' | 'CELL'

export interface SymbolEntry {
  flags: number
  scope: Scope
}

export type BlockType =
  | 'function'
  | 'class'
  | 'module'
  | 'annotation'
  | 'type_alias'
  | 'type_parameters'
  | 'type_variable'

export type ComprehensionType = 'list' | 'set' | 'dict' | 'generator'

/** PySTEntryObject. */
export class Entry {
  readonly name: string
  readonly type: BlockType
  readonly location: Location
  readonly symbols = new Map<string, SymbolEntry>()
  readonly varnames: string[] = []
  children: Entry[] = []
  readonly directives: { name: string; location: Location }[] = []
  nested = false
  generator = false
  coroutine = false
  varargs = false
  varkeywords = false
  comprehension: ComprehensionType | null = null
  compInlined = false
  compIterTarget = false
  /** Depth of iterable expressions of comprehensions around us. */
  compIterExpr = 0
  hasDocstring = false
  /** A function, lambda or generator expression directly in a class (3.14). */
  method = false
  needsClassClosure = false
  needsClassDict = false
  canSeeClassScope = false
  annotationsUsed = false
  annotationBlock: Entry | null = null
  hasConditionalAnnotations = false
  inConditionalBlock = false
  inUnevaluatedAnnotation = false

  constructor(name: string, type: BlockType, location: Location) {
    this.name = name
    this.type = type
    this.location = location
  }

  /** _PyST_IsFunctionLike: whether names are fast locals here. */
  isFunctionLike(): boolean {
    return this.type !== 'class' && this.type !== 'module'
  }

  scopeOf(name: string): Scope {
    return this.symbols.get(name)?.scope ?? ''
  }

  flagsOf(name: string): number {
    return this.symbols.get(name)?.flags ?? 0
  }
}

/** _Py_Mangle: a private name of a class gets the class's name in front. */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith('__')) return name
  if (name.endsWith('__') || name.includes('.')) return name
  const stripped = privateName.replace(/^_+/, '')
  return stripped === '' ? name : `_${stripped}${name}`
}
