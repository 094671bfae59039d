// Patterns of match (CPython: codegen_pattern_*; PEP 634). Each consumes the subject on the stack and jumps to a place
// that pops what is left if it does not match; captured values wait under what is still needed.

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { constantOf, intConstant, NONE, strConstant, tupleConstant } from '../constants.ts'
import { constantNode } from '../fold/tree.ts'
import { type Location, locationOf } from '../location.ts'
import type { Label } from '../unit.ts'
import { unpack } from './collections.ts'
import { addCompare } from './jumps.ts'
import { binarySubscr } from './subscripts.ts'

export interface PatternContext {
  /** The current place, where that is a variable: of the pattern visited last. */
  readonly place: { loc: Location | null }
  stores: string[]
  allowIrrefutable: boolean
  failPop: Label[]
  onTop: number
}

export function newPatternContext(allowIrrefutable: boolean, place: PatternContext['place']): PatternContext {
  return { place, stores: [], allowIrrefutable, failPop: [], onTop: 0 }
}

export function isWildcard(p: ast.pattern): boolean {
  return p.nodeType === 'MatchAs' && p.name === null
}

function isStarWildcard(p: ast.pattern): boolean {
  return p.nodeType === 'MatchStar' && p.name === null
}

export function ensureFailPops(c: Compiler, pc: PatternContext, n: number): void {
  while (pc.failPop.length <= n) pc.failPop.push(c.label())
}

function jumpToFailPop(c: Compiler, loc: Location, pc: PatternContext, op: string): void {
  const pops = pc.onTop + pc.stores.length
  ensureFailPops(c, pc, pops)
  c.jump(at(pc, loc), op, pc.failPop[pops])
}

export function emitFailPops(c: Compiler, loc: Location, pc: PatternContext): void {
  for (let i = pc.failPop.length - 1; i > 0; i--) {
    c.use(pc.failPop[i])
    c.op(at(pc, loc), 'POP_TOP')
  }
  if (pc.failPop.length) c.use(pc.failPop[0])
  pc.failPop = []
}

function rotate(c: Compiler, loc: Location, count: number): void {
  while (count > 1) c.op(loc, 'SWAP', count--)
}

function storeName(c: Compiler, loc: Location, name: string | null, pc: PatternContext): void {
  if (name === null) return c.op(at(pc, loc), 'POP_TOP')
  if (pc.stores.includes(name)) c.error(`multiple assignments to name '${name}' in pattern`, loc)
  rotate(c, at(pc, loc), pc.onTop + pc.stores.length + 1)
  pc.stores.push(name)
}

function at(pc: PatternContext, loc: Location): Location {
  return pc.place.loc ?? loc
}

export function visitPattern(c: Compiler, p: ast.pattern, pc: PatternContext): void {
  const loc = locationOf(p)
  if (pc.place.loc) pc.place.loc = loc
  switch (p.nodeType) {
    case 'MatchValue':
      c.visit(p.value)
      addCompare(c, at(pc, loc), 'Eq')
      c.toBool(loc)
      return jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
    case 'MatchSingleton':
      c.loadConst(at(pc, loc), constantOf(p.value))
      addCompare(c, at(pc, loc), 'Is')
      return jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
    case 'MatchSequence':
      return sequencePattern(c, loc, p, pc)
    case 'MatchMapping':
      return mappingPattern(c, loc, p, pc)
    case 'MatchClass':
      return classPattern(c, loc, p, pc)
    case 'MatchStar':
      return storeName(c, loc, p.name, pc)
    case 'MatchAs':
      return asPattern(c, loc, p, pc)
    case 'MatchOr':
      return orPattern(c, loc, p, pc)
  }
}

/** A pattern inside another may always be irrefutable. */
function subpattern(c: Compiler, p: ast.pattern, pc: PatternContext): void {
  const before = pc.allowIrrefutable
  pc.allowIrrefutable = true
  visitPattern(c, p, pc)
  pc.allowIrrefutable = before
}

function asPattern(c: Compiler, loc: Location, p: ast.MatchAs, pc: PatternContext): void {
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      c.error(
        p.name === null
          ? 'wildcard makes remaining patterns unreachable'
          : `name capture '${p.name}' makes remaining patterns unreachable`,
        loc,
      )
    }
    return storeName(c, loc, p.name, pc)
  }
  pc.onTop++
  c.op(at(pc, loc), 'COPY', 1)
  visitPattern(c, p.pattern, pc)
  pc.onTop--
  storeName(c, loc, p.name, pc)
}

function sequencePattern(c: Compiler, loc: Location, p: ast.MatchSequence, pc: PatternContext): void {
  const size = p.patterns.length
  let star = -1
  let onlyWildcard = true
  let starWildcard = false
  p.patterns.forEach((it, i) => {
    if (it.nodeType === 'MatchStar') {
      if (star >= 0) c.error('multiple starred names in sequence pattern', loc)
      starWildcard = isStarWildcard(it)
      onlyWildcard &&= starWildcard
      star = i
    } else {
      onlyWildcard &&= isWildcard(it)
    }
  })
  pc.onTop++
  c.op(at(pc, loc), 'MATCH_SEQUENCE')
  jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
  if (star < 0 || size > 1) {
    c.op(at(pc, loc), 'GET_LEN')
    c.loadConst(at(pc, loc), intConstant(star < 0 ? size : size - 1))
    addCompare(c, at(pc, loc), star < 0 ? 'Eq' : 'GtE')
    jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
  }
  pc.onTop--
  if (onlyWildcard) c.op(at(pc, loc), 'POP_TOP')
  else if (starWildcard) sequenceBySubscripts(c, loc, p.patterns, star, pc)
  else sequenceByUnpacking(c, loc, p.patterns, pc)
}

function sequenceByUnpacking(c: Compiler, loc: Location, patterns: readonly ast.pattern[], pc: PatternContext): void {
  unpack(c, at(pc, loc), patterns.length, (i) => patterns[i].nodeType === 'MatchStar', 'sequence pattern')
  pc.onTop += patterns.length
  for (const it of patterns) {
    pc.onTop--
    subpattern(c, it, pc)
  }
}

/** `[first, *_, last]`: only the elements asked for. */
function sequenceBySubscripts(
  c: Compiler,
  loc: Location,
  patterns: readonly ast.pattern[],
  star: number,
  pc: PatternContext,
): void {
  pc.onTop++
  patterns.forEach((it, i) => {
    if (isWildcard(it) || i === star) return
    c.op(at(pc, loc), 'COPY', 1)
    if (i < star) {
      c.loadConst(at(pc, loc), intConstant(i))
    } else {
      c.op(at(pc, loc), 'GET_LEN')
      c.loadConst(at(pc, loc), intConstant(patterns.length - i))
      c.binary(at(pc, loc), 'NB_SUBTRACT')
    }
    binarySubscr(c, at(pc, loc))
    subpattern(c, it, pc)
  })
  pc.onTop--
  c.op(at(pc, loc), 'POP_TOP')
}

function classPattern(c: Compiler, loc: Location, p: ast.MatchClass, pc: PatternContext): void {
  p.kwd_attrs.forEach((attr, i) => {
    const again = p.kwd_attrs.indexOf(attr, i + 1)
    if (again > 0) c.error(`attribute name repeated in class pattern: ${attr}`, locationOf(p.kwd_patterns[again]))
  })
  const total = p.patterns.length + p.kwd_attrs.length
  c.visit(p.cls)
  c.loadConst(at(pc, loc), tupleConstant(p.kwd_attrs.map((attr) => strConstant(attr))))
  c.op(at(pc, loc), 'MATCH_CLASS', p.patterns.length)
  c.op(at(pc, loc), 'COPY', 1)
  c.loadConst(at(pc, loc), NONE)
  c.op(at(pc, loc), 'IS_OP', 1)
  pc.onTop++
  jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
  c.op(at(pc, loc), 'UNPACK_SEQUENCE', total)
  pc.onTop += total - 1
  for (const it of [...p.patterns, ...p.kwd_patterns]) {
    pc.onTop--
    if (isWildcard(it)) c.op(at(pc, loc), 'POP_TOP')
    else subpattern(c, it, pc)
  }
}

function mappingPattern(c: Compiler, loc: Location, p: ast.MatchMapping, pc: PatternContext): void {
  const size = p.keys.length
  pc.onTop++
  c.op(at(pc, loc), 'MATCH_MAPPING')
  jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
  if (!size && p.rest === null) {
    pc.onTop--
    return c.op(at(pc, loc), 'POP_TOP')
  }
  if (size) {
    c.op(at(pc, loc), 'GET_LEN')
    c.loadConst(at(pc, loc), intConstant(size))
    addCompare(c, at(pc, loc), 'GtE')
    jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
  }
  mappingKeys(c, loc, p)
  c.op(at(pc, loc), 'BUILD_TUPLE', size)
  c.op(at(pc, loc), 'MATCH_KEYS')
  pc.onTop += 2
  c.op(at(pc, loc), 'COPY', 1)
  c.loadConst(at(pc, loc), NONE)
  c.op(at(pc, loc), 'IS_OP', 1)
  jumpToFailPop(c, loc, pc, 'POP_JUMP_IF_FALSE')
  c.op(at(pc, loc), 'UNPACK_SEQUENCE', size)
  pc.onTop += size - 1
  for (const it of p.patterns) {
    pc.onTop--
    subpattern(c, it, pc)
  }
  pc.onTop -= 2
  if (p.rest === null) {
    c.op(at(pc, loc), 'POP_TOP')
    return c.op(at(pc, loc), 'POP_TOP')
  }
  c.op(at(pc, loc), 'BUILD_MAP', 0)
  c.op(at(pc, loc), 'SWAP', 3)
  c.op(at(pc, loc), 'DICT_UPDATE', 2)
  c.op(at(pc, loc), 'UNPACK_SEQUENCE', size)
  for (let left = size; left > 0; left--) {
    c.op(at(pc, loc), 'COPY', 1 + left)
    c.op(at(pc, loc), 'SWAP', 2)
    c.op(at(pc, loc), 'DELETE_SUBSCR')
  }
  storeName(c, loc, p.rest, pc)
}

function mappingKeys(c: Compiler, loc: Location, p: ast.MatchMapping): void {
  const seen = new Set<unknown>()
  for (const key of p.keys) {
    if (key.nodeType === 'Constant') {
      const constant = c.constants.merge(constantNode(key))
      if (seen.has(constant)) c.error(`mapping pattern checks duplicate key (${showKey(key)})`, loc)
      seen.add(constant)
    } else if (key.nodeType !== 'Attribute' && key.nodeType !== 'UnaryOp' && key.nodeType !== 'BinOp') {
      c.error('mapping pattern keys may only match literals and attribute lookups', loc)
    }
    c.visit(key)
  }
}

function showKey(key: ast.Constant): string {
  const value = key.value
  return value.type === 'str' ? `'${value.value}'` : 'value' in value ? String(value.value) : value.type
}

function orPattern(c: Compiler, loc: Location, p: ast.MatchOr, pc: PatternContext): void {
  const end = c.label()
  let control: string[] = []
  p.patterns.forEach((alt, i) => {
    const altLoc = locationOf(alt)
    const inner = newPatternContext(i === p.patterns.length - 1 && pc.allowIrrefutable, pc.place)
    if (pc.place.loc) pc.place.loc = altLoc
    c.op(at(pc, altLoc), 'COPY', 1)
    visitPattern(c, alt, inner)
    if (i === 0) control = [...inner.stores]
    else reorderStores(c, loc, altLoc, inner, control)
    c.jump(at(pc, altLoc), 'JUMP', end)
    emitFailPops(c, altLoc, inner)
  })
  // No alternative matched: drop the copy of the subject and fail.
  c.op(at(pc, loc), 'POP_TOP')
  jumpToFailPop(c, loc, pc, 'JUMP')
  c.use(end)
  const rotations = control.length + 1 + pc.onTop + pc.stores.length
  for (const name of control) {
    rotate(c, at(pc, loc), rotations)
    if (pc.stores.includes(name)) c.error(`multiple assignments to name '${name}' in pattern`, loc)
    pc.stores.push(name)
  }
  c.op(at(pc, loc), 'POP_TOP')
}

/** All alternatives must leave the same names, in the same order. */
function reorderStores(c: Compiler, loc: Location, altLoc: Location, pc: PatternContext, control: string[]): void {
  const different = () => c.error('alternative patterns bind different names', loc)
  if (pc.stores.length !== control.length) different()
  for (let icontrol = control.length - 1; icontrol >= 0; icontrol--) {
    const istores = pc.stores.indexOf(control[icontrol])
    if (istores < 0) different()
    if (icontrol === istores) continue
    const rotated = pc.stores.splice(0, istores + 1)
    pc.stores.splice(icontrol - istores, 0, ...rotated)
    for (let i = 0; i <= istores; i++) rotate(c, at(pc, altLoc), icontrol + 1)
  }
}
