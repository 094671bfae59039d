// Second half of the symbol table: what each name is, in each block (CPython: Python/symtable.c, analyze_block and below).

import type { CompilerFacts } from '../../profiles/index.ts'
import { CompilerError } from '../errors.ts'
import {
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  type Entry,
  type Scope,
} from './entry.ts'

/** Fill in `scope` for every name of the tree of blocks under `top`. */
export function analyze(top: Entry, facts: CompilerFacts): void {
  analyzeBlock(top, null, new Set(), new Set(), new Set(), null, facts)
}

function errorAtDirective(ste: Entry, name: string, message: string): never {
  const directive = ste.directives.find((it) => it.name === name)
  throw new CompilerError(message, directive?.location ?? ste.location)
}

interface Names {
  bound: Set<string> | null
  local: Set<string>
  free: Set<string>
  global: Set<string>
  typeParams: Set<string>
}

function analyzeName(
  ste: Entry,
  scopes: Map<string, Scope>,
  name: string,
  flags: number,
  names: Names,
  classEntry: Entry | null,
): void {
  const { bound, local, free, global, typeParams } = names
  if (flags & DEF_GLOBAL) {
    if (flags & DEF_NONLOCAL) errorAtDirective(ste, name, `name '${name}' is nonlocal and global`)
    scopes.set(name, 'GLOBAL_EXPLICIT')
    global.add(name)
    bound?.delete(name)
    return
  }
  if (flags & DEF_NONLOCAL) {
    if (!bound) errorAtDirective(ste, name, 'nonlocal declaration not allowed at module level')
    if (!bound.has(name)) errorAtDirective(ste, name, `no binding for nonlocal '${name}' found`)
    if (typeParams.has(name)) {
      errorAtDirective(ste, name, `nonlocal binding not allowed for type parameter '${name}'`)
    }
    scopes.set(name, 'FREE')
    free.add(name)
    return
  }
  if (flags & DEF_BOUND) {
    scopes.set(name, 'LOCAL')
    local.add(name)
    global.delete(name)
    if (flags & DEF_TYPE_PARAM) typeParams.add(name)
    else typeParams.delete(name)
    return
  }
  if (classEntry) {
    const classFlags = classEntry.flagsOf(name)
    if (classFlags & DEF_GLOBAL) {
      scopes.set(name, 'GLOBAL_EXPLICIT')
      return
    }
    if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) {
      scopes.set(name, 'GLOBAL_IMPLICIT')
      return
    }
  }
  if (bound?.has(name)) {
    scopes.set(name, 'FREE')
    free.add(name)
    return
  }
  scopes.set(name, 'GLOBAL_IMPLICIT')
}

function analyzeBlock(
  ste: Entry,
  bound: Set<string> | null,
  free: Set<string>,
  global: Set<string>,
  typeParams: Set<string>,
  classEntry: Entry | null,
  facts: CompilerFacts,
): void {
  const local = new Set<string>()
  const scopes = new Map<string, Scope>()
  const newGlobal = new Set<string>()
  const newFree = new Set<string>()
  const newBound = new Set<string>()
  const inlinedCells = new Set<string>()

  // Class namespaces do not reach into nested functions: what they bind is added after the children's copy was made.
  if (ste.type === 'class') {
    for (const name of global) newGlobal.add(name)
    if (bound) for (const name of bound) newBound.add(name)
  }
  for (const [name, symbol] of ste.symbols) {
    analyzeName(ste, scopes, name, symbol.flags, { bound, local, free, global, typeParams }, classEntry)
  }
  if (ste.type !== 'class') {
    if (ste.isFunctionLike()) for (const name of local) newBound.add(name)
    if (bound) for (const name of bound) newBound.add(name)
    for (const name of global) newGlobal.add(name)
  } else {
    newBound.add('__class__')
    newBound.add('__classdict__')
    newBound.add('__conditional_annotations__')
  }

  for (const child of ste.children) {
    let childClass: Entry | null = null
    if (child.canSeeClassScope) childClass = ste.type === 'class' ? ste : classEntry
    const inline =
      facts.inlineComprehensions &&
      child.comprehension !== null &&
      child.comprehension !== 'generator' &&
      !ste.canSeeClassScope
    const childFree = new Set<string>()
    analyzeBlock(child, new Set(newBound), childFree, new Set(newGlobal), new Set(typeParams), childClass, facts)
    if (inline) {
      inlineComprehension(ste, child, scopes, childFree, inlinedCells)
      child.compInlined = true
    }
    for (const name of childFree) newFree.add(name)
  }
  // The children of an inlined comprehension become ours.
  ste.children = ste.children.flatMap((child) => (child.compInlined ? child.children : [child]))

  if (ste.isFunctionLike()) analyzeCells(scopes, newFree, inlinedCells)
  else if (ste.type === 'class') dropClassFree(ste, newFree)
  updateSymbols(ste, scopes, bound, newFree, inlinedCells, ste.type === 'class' || ste.canSeeClassScope)
  for (const name of newFree) free.add(name)
}

function analyzeCells(scopes: Map<string, Scope>, free: Set<string>, inlinedCells: Set<string>): void {
  for (const [name, scope] of scopes) {
    if (scope !== 'LOCAL') continue
    if (!free.has(name) && !inlinedCells.has(name)) continue
    scopes.set(name, 'CELL')
    free.delete(name)
  }
}

function dropClassFree(ste: Entry, free: Set<string>): void {
  if (free.delete('__class__')) ste.needsClassClosure = true
  if (free.delete('__classdict__')) ste.needsClassDict = true
  if (free.delete('__conditional_annotations__')) ste.hasConditionalAnnotations = true
}

function isFreeInAnyChild(entry: Entry, name: string): boolean {
  return entry.children.some((child) => child.scopeOf(name) === 'FREE')
}

/** The names of a comprehension that is compiled into its block become names of the block. */
function inlineComprehension(
  ste: Entry,
  comp: Entry,
  scopes: Map<string, Scope>,
  compFree: Set<string>,
  inlinedCells: Set<string>,
): void {
  const removed: string[] = []
  for (const [name, symbol] of comp.symbols) {
    if (symbol.flags & DEF_PARAM) continue
    let scope = symbol.scope
    if (scope === 'CELL' || symbol.flags & DEF_COMP_CELL) inlinedCells.add(name)
    const existing = ste.symbols.get(name)
    if (!existing) {
      // A class's own `__class__` is not visible to its body: here it can only be a global.
      if (scope === 'FREE' && ste.type === 'class' && CLASS_CELLS.has(name)) {
        scope = 'GLOBAL_IMPLICIT'
        compFree.delete(name)
        removed.push(name)
      }
      ste.symbols.set(name, { flags: symbol.flags, scope: '' })
      scopes.set(name, scope)
    } else if (existing.flags & DEF_BOUND && ste.type !== 'class' && !isFreeInAnyChild(comp, name)) {
      // A free name of the comprehension that is local here is simply local now.
      compFree.delete(name)
    }
  }
  for (const name of removed) comp.symbols.delete(name)
}

const CLASS_CELLS = new Set(['__class__', '__classdict__', '__conditional_annotations__'])

function updateSymbols(
  ste: Entry,
  scopes: Map<string, Scope>,
  bound: Set<string> | null,
  free: Set<string>,
  inlinedCells: Set<string>,
  classflag: boolean,
): void {
  for (const [name, symbol] of ste.symbols) {
    if (inlinedCells.has(name)) symbol.flags |= DEF_COMP_CELL
    symbol.scope = scopes.get(name) ?? ''
  }
  for (const name of free) {
    const symbol = ste.symbols.get(name)
    if (symbol) {
      // A method's free name that the class binds too: the class body's own one is another variable.
      if (classflag) symbol.flags |= DEF_FREE_CLASS
      continue
    }
    if (bound && !bound.has(name)) continue
    ste.symbols.set(name, { flags: 0, scope: 'FREE' })
  }
}
