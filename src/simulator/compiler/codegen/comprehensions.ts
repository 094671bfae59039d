// Comprehensions and generator expressions (CPython: codegen_comprehension and its generators; PEP 709: inlined since 3.12).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { NONE } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import type { ComprehensionType } from '../symtable/entry.ts'
import { makeClosure } from './closures.ts'
import { addAwait, addYield, addYieldFrom, wrapInStopIterationHandler } from './generators.ts'
import { popInlinedState, pushInlinedState } from './inlining.ts'
import { jumpIf } from './jumps.ts'
import { endAsyncFor, endFor, getIter } from './loops.ts'

interface Comprehension {
  readonly type: ComprehensionType
  /** Changed by conditions where the current place is a variable. */
  loc: Location
  readonly generators: readonly ast.comprehension[]
  readonly elt: ast.expr
  readonly value: ast.expr | null
}

const NAMES = { list: '<listcomp>', set: '<setcomp>', dict: '<dictcomp>', generator: '<genexpr>' } as const
const BUILD = { list: 'BUILD_LIST', set: 'BUILD_SET', dict: 'BUILD_MAP' } as const

export function visitComprehension(c: Compiler, e: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp): void {
  const loc = locationOf(e)
  const comp: Comprehension = { ...partsOf(e), loc, generators: e.generators }
  const { type } = comp
  const entry = c.entryOf(e)
  const inlined = entry.compInlined
  const isAsync = entry.coroutine && type !== 'generator'
  const [outermost] = e.generators
  if (isAsync && c.u.type !== 'async_function' && c.u.type !== 'comprehension') {
    c.error('asynchronous comprehension outside of an asynchronous function', loc)
  }
  if (inlined) {
    c.visit(outermost.iter)
    if (!c.facts.iterableStaysOnStack) iterate(c, comp, outermost)
    const state = pushInlinedState(c, loc, entry)
    if (type !== 'generator') {
      c.op(loc, BUILD[type], 0)
      c.op(loc, 'SWAP', 2)
    }
    generatorLoop(c, comp, 0, 0, true)
    return popInlinedState(c, loc, state)
  }
  c.enterScope('comprehension', entry, NAMES[type], e.lineno, null, { argcount: 1 })
  const start = type === 'generator' && c.facts.genexpMakesIterator ? makeIterator(c, comp, outermost) : 0
  if (type !== 'generator') c.op(loc, BUILD[type], 0)
  generatorLoop(c, comp, 0, 0, start > 0)
  if (type !== 'generator') c.op(comp.loc, 'RETURN_VALUE')
  else if (c.has('CALL_INTRINSIC_1')) wrapInStopIterationHandler(c, start)
  const code = c.exitScope(true)
  comp.loc = loc
  makeClosure(c, loc, code, 0)
  c.visit(outermost.iter)
  if (outermost.is_async && !c.facts.genexpIterates) c.op(iterationPlace(c, comp, outermost), 'GET_AITER')
  else if (!c.facts.genexpIterates) getIter(c, iterationPlace(c, comp, outermost))
  c.call(loc, 0)
  if (isAsync) addAwait(c, loc, 0)
}

/** 3.15: the iterator is made before the generator is; the generator's own code begins after that. */
function makeIterator(c: Compiler, comp: Comprehension, outermost: ast.comprehension): number {
  const [resume] = c.u.code
  const line = comp.loc.lineno
  const place = iterationPlace(c, comp, outermost)
  c.u.code[0] = { ...resume, arg: RESUME_AT_GENEXPR, loc: NO_LOCATION }
  c.op(place, 'LOAD_FAST', 0)
  iterate(c, comp, outermost)
  const loc = { lineno: line, end_lineno: line, col: -1, end_col: -1 }
  c.op(loc, 'RETURN_GENERATOR')
  c.op(loc, 'POP_TOP')
  c.u.ownGeneratorPrefix = true
  c.u.code.push(resume)
  return c.u.code.length - 1
}

const RESUME_AT_GENEXPR = 4

function partsOf(e: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) {
  switch (e.nodeType) {
    case 'DictComp':
      return { type: 'dict' as const, elt: e.key, value: e.value }
    case 'ListComp':
      return { type: 'list' as const, elt: e.elt, value: null }
    case 'SetComp':
      return { type: 'set' as const, elt: e.elt, value: null }
    case 'GeneratorExp':
      return { type: 'generator' as const, elt: e.elt, value: null }
  }
}

function iterationPlace(c: Compiler, comp: Comprehension, generator: ast.comprehension): Location {
  return c.facts.comprehensionIterationAt === 'comprehension' ? comp.loc : locationOf(generator.iter)
}

function iterate(c: Compiler, comp: Comprehension, generator: ast.comprehension): void {
  const loc = iterationPlace(c, comp, generator)
  if (generator.is_async) c.op(loc, 'GET_AITER')
  else getIter(c, loc)
}

/** codegen_comprehension_generator: one `for` and all that is inside it. */
function generatorLoop(c: Compiler, comp: Comprehension, index: number, depth: number, onStack: boolean): void {
  const generator = comp.generators[index]
  if (generator.is_async) asyncLoop(c, comp, index, depth, onStack)
  else syncLoop(c, comp, index, depth, onStack)
}

function syncLoop(c: Compiler, comp: Comprehension, index: number, depth: number, onStack: boolean): void {
  const generator = comp.generators[index]
  const start = c.label()
  const cleanup = c.label()
  const anchor = c.label()
  const place = iterationPlace(c, comp, generator)
  const stays = c.facts.iterableStaysOnStack
  let loops = true
  if (!onStack) {
    if (index === 0) {
      c.op(comp.loc, 'LOAD_FAST', 0)
      if (c.facts.genexpIterates && !stays) getIter(c, place)
    } else {
      const only = onlyElement(generator.iter)
      if (only) {
        // `for y in [f(x)]` is an assignment.
        c.visit(only)
        loops = false
      } else {
        c.visit(generator.iter)
        if (!stays) getIter(c, place)
      }
    }
  }
  if (loops) {
    depth += stays ? 2 : 1
    if (stays && !isMade(c, comp, index)) getIter(c, place)
    c.use(start)
    c.jump(place, 'FOR_ITER', anchor)
  }
  c.visit(generator.target)
  for (const test of generator.ifs) comp.loc = jumpIf(c, comp.loc, test, cleanup, false)
  const eltLoc = inner(c, comp, index, depth)
  c.use(cleanup)
  if (!loops) return
  c.jump(eltLoc, 'JUMP', start)
  c.use(anchor)
  endFor(c)
}

/** Whether the generator expression found its iterator made. */
function isMade(c: Compiler, comp: Comprehension, index: number): boolean {
  return index === 0 && comp.type === 'generator' && c.facts.genexpMakesIterator
}

function onlyElement(e: ast.expr): ast.expr | null {
  if ((e.nodeType !== 'List' && e.nodeType !== 'Tuple') || e.elts.length !== 1) return null
  return e.elts[0].nodeType === 'Starred' ? null : e.elts[0]
}

/** The next `for`, or what is done for each item. Returns where the element stands. */
function inner(c: Compiler, comp: Comprehension, index: number, depth: number): Location {
  if (index + 1 < comp.generators.length) generatorLoop(c, comp, index + 1, depth, false)
  const innermost = index + 1 >= comp.generators.length
  const { elt, value } = comp
  let loc = c.facts.comprehensionElementAt === 'comprehension' ? comp.loc : locationOf(elt)
  if (!innermost) return loc
  const starred = elt.nodeType === 'Starred'
  c.visit(starred ? elt.value : elt)
  switch (comp.type) {
    case 'generator':
      if (starred) yieldEach(c, loc)
      else yieldOne(c, loc)
      break
    case 'list':
      c.op(loc, starred ? 'LIST_EXTEND' : 'LIST_APPEND', depth + 1)
      break
    case 'set':
      c.op(loc, starred ? 'SET_UPDATE' : 'SET_ADD', depth + 1)
      break
    case 'dict':
      if (!value) {
        c.op(loc, 'DICT_UPDATE', depth + 1)
        break
      }
      c.visit(value)
      if (c.facts.comprehensionElementAt !== 'comprehension') loc = fromTo(elt, value)
      c.op(loc, 'MAP_ADD', depth + 1)
  }
  return loc
}

function fromTo(first: ast.expr, last: ast.expr): Location {
  const { lineno, col_offset: col } = first
  return { lineno, end_lineno: last.end_lineno, col, end_col: last.end_col_offset }
}

function yieldOne(c: Compiler, loc: Location): void {
  addYield(c, loc)
  c.op(loc, 'POP_TOP')
}

/** `(*x for ...)`: every item of the value (PEP 798, 3.15). */
function yieldEach(c: Compiler, loc: Location): void {
  const start = c.label()
  const end = c.label()
  getIter(c, loc)
  c.use(start)
  c.jump(loc, 'FOR_ITER', end)
  yieldOne(c, loc)
  c.jump(loc, 'JUMP', start)
  c.use(end)
  endFor(c)
}

function asyncLoop(c: Compiler, comp: Comprehension, index: number, depth: number, onStack: boolean): void {
  const generator = comp.generators[index]
  const { loc } = comp
  const start = c.label()
  const except = c.label()
  const cleanup = c.label()
  const place = iterationPlace(c, comp, generator)
  const stays = c.facts.iterableStaysOnStack
  if (!onStack) {
    if (index === 0) c.op(loc, 'LOAD_FAST', 0)
    else c.visit(generator.iter)
    if (index > 0 && !stays) c.op(place, 'GET_AITER')
    else if (index === 0 && c.facts.genexpIterates && !stays) c.op(place, 'GET_AITER')
  }
  if (stays && !isMade(c, comp, index)) c.op(place, 'GET_AITER')
  c.use(start)
  c.pushFBlock('async_comprehension_generator', loc, start)
  c.jump(loc, 'SETUP_FINALLY', except)
  c.op(loc, 'GET_ANEXT')
  if (c.facts.iterableStaysOnStack) c.op(loc, 'PUSH_NULL')
  c.loadConst(loc, NONE)
  const send = c.label()
  c.use(send)
  addYieldFrom(c, loc, true)
  c.op(loc, 'POP_BLOCK')
  c.visit(generator.target)
  for (const test of generator.ifs) comp.loc = jumpIf(c, comp.loc, test, cleanup, false)
  const eltLoc = inner(c, comp, index, depth + 1)
  c.use(cleanup)
  c.jump(eltLoc, 'JUMP', start)
  c.popFBlock()
  c.use(except)
  endAsyncFor(c, loc, send)
}
