// Tuples, lists, sets, dicts and unpacking (CPython: starunpack_helper, codegen_dict, assignment_helper).

import type * as ast from '../../parser/ast.ts'
import type { Constant } from '../code.ts'
import type { Compiler } from '../compiler.ts'
import { constantOf, tupleConstant } from '../constants.ts'
import { constantItems, constantValue } from '../fold/tree.ts'
import { type Location, locationOf } from '../location.ts'
import { nameop } from './names.ts'

/** How many values may lie on the stack before a collection is built piece by piece. */
export const STACK_USE_GUIDELINE = 30

export interface Building {
  readonly build: 'BUILD_LIST' | 'BUILD_SET'
  readonly add: 'LIST_APPEND' | 'SET_ADD'
  readonly extend: 'LIST_EXTEND' | 'SET_UPDATE'
  readonly tuple: boolean
}

export const LIST: Building = { build: 'BUILD_LIST', add: 'LIST_APPEND', extend: 'LIST_EXTEND', tuple: false }
export const TUPLE: Building = { ...LIST, tuple: true }
export const SET: Building = { build: 'BUILD_SET', add: 'SET_ADD', extend: 'SET_UPDATE', tuple: false }

/**
 * starunpack_helper: build a collection of the elements on top of `pushed` values that belong to it.
 * `injected`: the name of one more element (the generic base of a class).
 */
export function buildCollection(
  c: Compiler,
  loc: Location,
  elts: readonly ast.expr[],
  pushed: number,
  how: Building,
  injected: string | null = null,
): void {
  const { build, add, extend, tuple } = how
  let n = elts.length
  if (c.facts.folding === 'tree' && n > 2 && injected === null) {
    const items = constantItems(elts)
    if (items) return buildConstantCollection(c, loc, items, pushed, how)
  }
  const big = n + pushed + (injected === null ? 0 : 1) > STACK_USE_GUIDELINE
  const starred = elts.some((elt) => elt.nodeType === 'Starred')
  if (!starred && !big) {
    c.visitAll(elts)
    if (injected !== null) {
      nameop(c, loc, injected, 'Load')
      n++
    }
    return c.op(loc, tuple ? 'BUILD_TUPLE' : build, n + pushed)
  }
  let built = big
  if (big) c.op(loc, build, pushed)
  elts.forEach((elt, i) => {
    if (elt.nodeType === 'Starred') {
      if (!built) c.op(loc, build, i + pushed)
      built = true
      c.visit(elt.value)
      c.op(loc, extend, 1)
    } else {
      c.visit(elt)
      if (built) c.op(loc, add, 1)
    }
  })
  if (injected !== null) {
    nameop(c, loc, injected, 'Load')
    c.op(loc, add, 1)
  }
  if (tuple) c.intrinsic1(loc, 'INTRINSIC_LIST_TO_TUPLE', 'LIST_TO_TUPLE')
}

function buildConstantCollection(
  c: Compiler,
  loc: Location,
  items: readonly Constant[],
  pushed: number,
  how: Building,
): void {
  if (how.tuple && pushed === 0) return c.loadConst(loc, tupleConstant(items))
  c.op(loc, how.build, pushed)
  c.loadConst(loc, how.add === 'SET_ADD' ? { kind: 'frozenset', items: distinct(c, items) } : tupleConstant(items))
  c.op(loc, how.extend, 1)
  if (how.tuple) c.intrinsic1(loc, 'INTRINSIC_LIST_TO_TUPLE', 'LIST_TO_TUPLE')
}

function distinct(c: Compiler, items: readonly Constant[]): Constant[] {
  return [...new Set(items.map((item) => c.constants.merge(item)))]
}

/** `[...]`, `(...)`, `{...}` as values, targets or what `del` deletes. */
export function visitSequence(c: Compiler, e: ast.List | ast.Tuple, how: Building): void {
  const loc = locationOf(e)
  if (e.ctx === 'Store') return unpackInto(c, loc, e.elts)
  if (e.ctx === 'Del') return c.visitAll(e.elts)
  buildCollection(c, loc, e.elts, 0, how)
}

/** assignment_helper: take a value apart and store the pieces. */
function unpackInto(c: Compiler, loc: Location, elts: readonly ast.expr[]): void {
  unpack(c, loc, elts.length, (i) => elts[i].nodeType === 'Starred', 'assignment')
  for (const elt of elts) c.visit(elt.nodeType === 'Starred' ? elt.value : elt)
}

/** unpack_helper, shared with sequence patterns. */
export function unpack(
  c: Compiler,
  loc: Location,
  n: number,
  isStar: (i: number) => boolean,
  what: 'assignment' | 'sequence pattern',
): void {
  let seen = false
  for (let i = 0; i < n; i++) {
    if (!isStar(i)) continue
    if (seen) c.error(`multiple starred expressions in ${what}`, loc)
    if (i >= 1 << 8 || n - i - 1 >= 0x7fffffff >> 8) c.error(`too many expressions in star-unpacking ${what}`, loc)
    c.op(loc, 'UNPACK_EX', i + ((n - i - 1) << 8))
    seen = true
  }
  if (!seen) c.op(loc, 'UNPACK_SEQUENCE', n)
}

/** `{k: v, **more}`. */
export function visitDict(c: Compiler, e: ast.Dict): void {
  const loc = locationOf(e)
  const n = e.values.length
  let have = false
  let elements = 0
  const flush = (begin: number, end: number) => {
    subdict(c, e, begin, end)
    if (have) c.op(loc, 'DICT_UPDATE', 1)
    have = true
    elements = 0
  }
  for (let i = 0; i < n; i++) {
    if (e.keys[i] === null) {
      if (elements) flush(i - elements, i)
      if (!have) c.op(loc, 'BUILD_MAP', 0)
      have = true
      c.visit(e.values[i])
      c.op(loc, 'DICT_UPDATE', 1)
    } else if (elements * 2 > STACK_USE_GUIDELINE) {
      flush(i - elements, i + 1)
    } else {
      elements++
    }
  }
  if (elements) flush(n - elements, n)
  if (!have) c.op(loc, 'BUILD_MAP', 0)
}

function subdict(c: Compiler, e: ast.Dict, begin: number, end: number): void {
  const loc = locationOf(e)
  const n = end - begin
  const big = n * 2 > STACK_USE_GUIDELINE
  const keys = e.keys.slice(begin, end) as ast.expr[]
  const values = e.values.slice(begin, end)
  if (c.has('BUILD_CONST_KEY_MAP') && n > 1 && !big) {
    const items = constantItems(keys)
    if (items) {
      c.visitAll(values)
      c.loadConst(loc, tupleConstant(items))
      return c.op(loc, 'BUILD_CONST_KEY_MAP', n)
    }
  }
  if (big) c.op(loc, 'BUILD_MAP', 0)
  keys.forEach((key, i) => {
    c.visit(key)
    c.visit(values[i])
    if (big) c.op(loc, 'MAP_ADD', 1)
  })
  if (!big) c.op(loc, 'BUILD_MAP', n)
}

/** A literal, or what folding on the tree made of an expression. */
export function visitConstant(c: Compiler, e: ast.Constant): void {
  c.loadConst(locationOf(e), constantValue(e) ?? constantOf(e.value))
}
