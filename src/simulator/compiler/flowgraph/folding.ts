// Folding on the graph (CPython 3.14+: fold_const_binop, fold_const_unaryop, fold_tuple_of_constants, optimize_lists_and_sets).

import type { operator, unaryop } from '../../parser/ast.ts'
import type { Constant } from '../code.ts'
import { tupleConstant } from '../constants.ts'
import { type FoldingRules, foldBinop, foldSubscript, foldUnaryop } from '../fold/operations.ts'
import { NO_LOCATION } from '../location.ts'
import type { Block, Graph, Instr } from './blocks.ts'
import { addConst, constLoadsBefore, loadedConstant, makeLoadConst, nopOut } from './constants.ts'

const STACK_USE_GUIDELINE = 30
const MIN_CONST_SEQUENCE_SIZE = 3

function rulesOf(g: Graph): FoldingRules {
  return { mixedComplex: g.facts.mixedComplex, invertBool: g.facts.invertBool }
}

/** What a load found by `constLoadsBefore` loads. */
function constantOf(g: Graph, load: Instr): Constant {
  return loadedConstant(g, load) as Constant
}

const OPERATORS: Record<string, operator> = {
  NB_ADD: 'Add',
  NB_AND: 'BitAnd',
  NB_FLOOR_DIVIDE: 'FloorDiv',
  NB_LSHIFT: 'LShift',
  NB_MULTIPLY: 'Mult',
  NB_REMAINDER: 'Mod',
  NB_OR: 'BitOr',
  NB_POWER: 'Pow',
  NB_RSHIFT: 'RShift',
  NB_SUBTRACT: 'Sub',
  NB_TRUE_DIVIDE: 'Div',
  NB_XOR: 'BitXor',
}

export function foldBinaryOp(g: Graph, b: Block, i: number): void {
  const instr = b.instrs[i]
  const loads = constLoadsBefore(g, b, i - 1, 2)
  if (!loads) return
  const [left, right] = loads.map((load) => constantOf(g, load))
  const name = g.opcodes.table.nbOps[instr.arg]
  const op = OPERATORS[name]
  let value: Constant | null = null
  if (name === 'NB_SUBSCR') value = foldSubscript(left, right)
  else if (op) value = foldBinop(op, left, right, rulesOf(g))
  if (!value) return
  nopOut(loads)
  makeLoadConst(g, instr, value)
}

export function foldUnaryOp(g: Graph, b: Block, i: number, op: unaryop): void {
  const loads = constLoadsBefore(g, b, i - 1, 1)
  if (!loads) return
  const value = foldUnaryop(op, constantOf(g, loads[0]), rulesOf(g))
  if (!value) return
  nopOut(loads)
  makeLoadConst(g, b.instrs[i], value)
}

/** BUILD_TUPLE of constants is a constant. */
export function foldTuple(g: Graph, b: Block, i: number): void {
  const instr = b.instrs[i]
  if (instr.arg > STACK_USE_GUIDELINE) return
  const loads = constLoadsBefore(g, b, i - 1, instr.arg)
  if (!loads) return
  const value = tupleConstant(loads.map((load) => constantOf(g, load)))
  nopOut(loads)
  makeLoadConst(g, instr, value)
}

/** Up to 3.13: only directly adjacent loads, which keep their places. */
export function foldAdjacentTuple(g: Graph, b: Block, i: number): void {
  const instr = b.instrs[i]
  if (i < instr.arg) return
  const loads = b.instrs.slice(i - instr.arg, i)
  if (loads.some((load) => load.op !== 'LOAD_CONST')) return
  const index = addConst(g, tupleConstant(loads.map((load) => g.consts[load.arg])))
  for (const load of loads) {
    load.op = 'NOP'
    load.arg = 0
  }
  instr.op = 'LOAD_CONST'
  instr.arg = index
}

/** A long tuple, built as a list piece by piece, of constants only. */
export function foldListToTuple(g: Graph, b: Block, i: number): void {
  foldPieces(g, b, i, i - 1, 'BUILD_LIST')
}

/** A long list, tuple or set of constants that is only iterated or searched, at `i`. */
export function foldReadSequence(g: Graph, b: Block, i: number): void {
  let last = i - 1
  while (last >= 0 && b.instrs[last].op === 'NOP') last--
  const added = b.instrs[last]
  if (added?.op !== 'LIST_APPEND' && added?.op !== 'SET_ADD') return
  const { op } = added
  foldPieces(g, b, i - 1, last, op === 'SET_ADD' ? 'BUILD_SET' : 'BUILD_LIST')
  // The last addition's place went with the others', which are taken out; what made a tuple of them keeps its own.
  if (last === i - 1 && added.op !== op) added.loc = NO_LOCATION
}

/** Makes instruction `i` load what is built piece by piece up to `last`. */
function foldPieces(g: Graph, b: Block, i: number, last: number, build: 'BUILD_LIST' | 'BUILD_SET'): void {
  const add = build === 'BUILD_SET' ? 'SET_ADD' : 'LIST_APPEND'
  const loads: Instr[] = []
  const others: Instr[] = []
  let expectAppend = true
  for (let at = last; at >= 0; at--) {
    const instr = b.instrs[at]
    if (instr.op === 'NOP') continue
    if (instr.op === build && instr.arg === 0) {
      if (!expectAppend) return
      const items = loads.map((load) => constantOf(g, load))
      nopOut([...loads, ...others, instr].filter((other) => other !== b.instrs[i]))
      return makeLoadConst(g, b.instrs[i], build === 'BUILD_SET' ? frozenset(g, items) : tupleConstant(items))
    }
    if (expectAppend) {
      if (instr.op !== add || instr.arg !== 1) return
      others.push(instr)
    } else {
      if (!loadedConstant(g, instr)) return
      loads.unshift(instr)
    }
    expectAppend = !expectAppend
  }
}

function frozenset(g: Graph, items: readonly Constant[]): Constant {
  return { kind: 'frozenset', items: [...new Set(items.map((item) => g.constants.merge(item)))] }
}

/** Lists and sets of constants; those that are only iterated or searched. */
export function optimizeListOrSet(g: Graph, b: Block, i: number, next: string): void {
  const instr = b.instrs[i]
  const isOnlyRead = next === 'GET_ITER' || next === 'CONTAINS_OP'
  const size = instr.arg
  if (size > STACK_USE_GUIDELINE || (size < MIN_CONST_SEQUENCE_SIZE && !isOnlyRead)) return
  const loads = constLoadsBefore(g, b, i - 1, size)
  if (!loads) {
    if (isOnlyRead && instr.op === 'BUILD_LIST') instr.op = 'BUILD_TUPLE'
    return
  }
  const items = loads.map((load) => g.constants.merge(constantOf(g, load)))
  const isSet = instr.op === 'BUILD_SET'
  const value: Constant = isSet ? frozenset(g, items) : tupleConstant(items)
  const index = addConst(g, value)
  nopOut(loads)
  if (isOnlyRead) {
    instr.op = 'LOAD_CONST'
    instr.arg = index
    return
  }
  const build = b.instrs[i - 2]
  build.loc = instr.loc
  build.op = instr.op
  build.arg = 0
  b.instrs[i - 1].op = 'LOAD_CONST'
  b.instrs[i - 1].arg = index
  instr.op = isSet ? 'SET_UPDATE' : 'LIST_EXTEND'
  instr.arg = 1
}
