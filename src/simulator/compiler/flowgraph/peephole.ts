// Small improvements inside one block and along its jumps (CPython: optimize_basic_block).

import { isTrue } from '../fold/operations.ts'
import { NO_LOCATION } from '../location.ts'
import { appendInstr, type Block, blocksOf, type Graph, type Instr, makeNop, newInstr, nextNonempty } from './blocks.ts'
import {
  foldAdjacentTuple,
  foldBinaryOp,
  foldListToTuple,
  foldReadSequence,
  foldTuple,
  foldUnaryOp,
  optimizeListOrSet,
} from './folding.ts'
import { compareWithNone, decideJump } from './loadconst.ts'
import { removeNopsOf } from './nops.ts'
import { applyStaticSwaps, swaptimize } from './swaps.ts'

export function optimizeBasicBlocks(g: Graph): void {
  for (const b of blocksOf(g)) optimizeBlock(g, b)
}

/** 3.11: each block is cleaned before the next is looked at. */
export function optimizeAndCleanBlocks(g: Graph): void {
  for (const b of blocksOf(g)) {
    optimizeBlock(g, b)
    removeNopsOf(b, false)
  }
}

function optimizeBlock(g: Graph, b: Block): void {
  for (let i = 0; i < b.instrs.length; i++) i = optimizeAt(g, b, i)
  if (!g.facts.swapsLast) return
  for (let i = 0; i < b.instrs.length; i++) if (b.instrs[i].op === 'SWAP') i = optimizeSwap(b, i)
}

function optimizeSwap(b: Block, i: number): number {
  const end = swaptimize(b, i)
  applyStaticSwaps(b, end)
  return end
}

const THREADED: Record<string, readonly string[]> = {
  POP_JUMP_IF_NOT_NONE: ['JUMP'],
  POP_JUMP_IF_NONE: ['JUMP'],
  POP_JUMP_IF_FALSE: ['JUMP'],
  POP_JUMP_IF_TRUE: ['JUMP'],
  JUMP: ['JUMP'],
}

/** Improve at `i`; returns the index after which to go on. */
function optimizeAt(g: Graph, b: Block, i: number): number {
  const instr = b.instrs[i]
  const next = b.instrs[i + 1]
  if (instr.target) instr.target = nextNonempty(instr.target)
  const target = instr.target?.instrs[0]
  switch (instr.op) {
    case 'LOAD_CONST':
      return g.facts.loadConstPass === 'in-peephole' ? optimizeLoad(g, b, i) : i
    case 'COPY':
      // A copy of a constant that was just loaded is tested as the constant is.
      return g.facts.loadConstPass === 'in-peephole' ? optimizeCopyOfLoad(g, b, i) : i
    case 'BUILD_TUPLE':
      if (next?.op === 'UNPACK_SEQUENCE' && next.arg === instr.arg) {
        if (instr.arg === 1) {
          makeNop(instr)
          makeNop(next)
          return i
        }
        if (instr.arg === 2 || instr.arg === 3) {
          makeNop(instr)
          next.op = 'SWAP'
          return i
        }
      }
      if (g.facts.folding === 'graph') foldTuple(g, b, i)
      else foldAdjacentTuple(g, b, i)
      return i
    case 'BUILD_LIST':
    case 'BUILD_SET':
      if (g.facts.folding === 'graph') optimizeListOrSet(g, b, i, next?.op ?? '')
      return i
    case 'POP_JUMP_IF_NOT_NONE':
    case 'POP_JUMP_IF_NONE':
    case 'POP_JUMP_IF_FALSE':
    case 'POP_JUMP_IF_TRUE':
      return target && THREADED[instr.op].includes(target.op) ? i - thread(g, b, i, target, instr.op) : i
    case 'JUMP':
      if (target?.op === 'JUMP') return i - thread(g, b, i, target, 'JUMP')
      if (target?.op === 'JUMP_NO_INTERRUPT' && g.facts.threadNoInterrupt) return i - thread(g, b, i, target, 'JUMP')
      return i
    case 'JUMP_NO_INTERRUPT':
      if (!g.facts.threadNoInterrupt) return i
      if (target?.op === 'JUMP') return i - thread(g, b, i, target, 'JUMP')
      if (target?.op === 'JUMP_NO_INTERRUPT') return i - thread(g, b, i, target, 'JUMP_NO_INTERRUPT')
      return i
    case 'JUMP_IF_FALSE':
    case 'JUMP_IF_TRUE':
      return threadPseudo(g, b, i, target)
    case 'JUMP_IF_FALSE_OR_POP':
    case 'JUMP_IF_TRUE_OR_POP':
      return threadOrPop(g, b, i, target)
    case 'STORE_FAST':
      if (
        g.facts.storeTwice &&
        next?.op === 'STORE_FAST' &&
        next.arg === instr.arg &&
        next.loc.lineno === instr.loc.lineno
      ) {
        instr.op = 'POP_TOP'
        instr.arg = 0
      }
      return i
    case 'SWAP':
      if (instr.arg === 1) makeNop(instr)
      else if (!g.facts.swapsLast) return optimizeSwap(b, i)
      return i
    case 'PUSH_NULL':
      if (g.facts.pushNull === 'before' && next?.op === 'LOAD_GLOBAL' && (next.arg & 1) === 0) {
        makeNop(instr)
        next.arg |= 1
      }
      return i
    case 'LOAD_GLOBAL':
      if (g.facts.pushNull === 'after' && next?.op === 'PUSH_NULL' && (instr.arg & 1) === 0) {
        instr.arg |= 1
        makeNop(next)
      }
      return i
  }
  return g.opcodes.byName.has('TO_BOOL') ? optimizeBool(g, b, i, next) : i
}

/** Results that are bools already, and what only exists since 3.13. */
function optimizeBool(g: Graph, b: Block, i: number, next: Instr | undefined): number {
  const instr = b.instrs[i]
  const onGraph = g.facts.folding === 'graph'
  const moveOver = (op: string, arg: number) => {
    makeNop(instr)
    ;(next as Instr).op = op
    ;(next as Instr).arg = arg
  }
  switch (instr.op) {
    case 'COMPARE_OP':
      if (next?.op === 'TO_BOOL') moveOver('COMPARE_OP', instr.arg | 16)
      return i
    case 'CONTAINS_OP':
    case 'IS_OP':
      if (onGraph && instr.op === 'CONTAINS_OP') foldReadSequence(g, b, i)
      if (next?.op === 'TO_BOOL') moveOver(instr.op, instr.arg)
      else if (next?.op === 'UNARY_NOT' && g.facts.invertTests) moveOver(instr.op, instr.arg ^ 1)
      return i
    case 'TO_BOOL':
      if (next?.op === 'TO_BOOL') makeNop(instr)
      return i
    case 'UNARY_NOT':
      if (next?.op === 'TO_BOOL') {
        moveOver('UNARY_NOT', 0)
        return i
      }
      if (next?.op === 'UNARY_NOT') {
        makeNop(instr)
        makeNop(next)
        return i
      }
      if (onGraph) foldUnaryOp(g, b, i, 'Not')
      return i
    case 'UNARY_INVERT':
      if (onGraph) foldUnaryOp(g, b, i, 'Invert')
      return i
    case 'UNARY_NEGATIVE':
      if (onGraph) foldUnaryOp(g, b, i, 'USub')
      return i
    case 'GET_ITER':
      if (onGraph) foldReadSequence(g, b, i)
      return i
    case 'CALL_INTRINSIC_1':
      if (onGraph) optimizeIntrinsic(g, b, i, next)
      return i
    case 'BINARY_OP':
      if (onGraph) foldBinaryOp(g, b, i)
      return i
  }
  return i
}

function optimizeIntrinsic(g: Graph, b: Block, i: number, next: Instr | undefined): void {
  const instr = b.instrs[i]
  const name = g.opcodes.table.intrinsic1[instr.arg]
  if (name === 'INTRINSIC_LIST_TO_TUPLE') {
    if (next?.op === 'GET_ITER') makeNop(instr)
    else foldListToTuple(g, b, i)
  } else if (name === 'INTRINSIC_UNARY_POSITIVE') {
    foldUnaryOp(g, b, i, 'UAdd')
  }
}

/** jump_thread: go where the jump at the target goes. Returns 1 if it did. */
function thread(g: Graph, b: Block, i: number, target: Instr, op: string): number {
  const instr = b.instrs[i]
  if (instr.target === target.target) return 0
  if (g.facts.jumpThreading === 'append') {
    makeNop(instr)
    appendInstr(g, b, newInstr(op, 0, target.loc, target.target), instr)
    return 1
  }
  const sameLine = instr.loc.lineno === target.loc.lineno
  const allowed = sameLine || (g.facts.jumpThreading === 'same-or-no-line' && target.loc.lineno === NO_LOCATION.lineno)
  if (!allowed) return 0
  instr.target = target.target
  instr.op = op
  return 1
}

function threadPseudo(g: Graph, b: Block, i: number, target: Instr | undefined): number {
  const instr = b.instrs[i]
  const opposite = instr.op === 'JUMP_IF_FALSE' ? 'JUMP_IF_TRUE' : 'JUMP_IF_FALSE'
  if (target?.op === 'JUMP' || target?.op === instr.op) return i - thread(g, b, i, target, instr.op)
  if (target?.op === opposite) {
    instr.target = instr.target?.next ?? null
    return i - 1
  }
  return i
}

/** 3.11: jumps that keep the value if they jump. */
function threadOrPop(g: Graph, b: Block, i: number, target: Instr | undefined): number {
  if (!target) return i
  const instr = b.instrs[i]
  const same = instr.op === 'JUMP_IF_FALSE_OR_POP' ? 'FALSE' : 'TRUE'
  const other = same === 'FALSE' ? 'TRUE' : 'FALSE'
  if (target.op === `POP_JUMP_IF_${same}`) return i - thread(g, b, i, target, target.op)
  if (target.op === 'JUMP' || target.op === instr.op) return i - thread(g, b, i, target, instr.op)
  if (target.op === `JUMP_IF_${other}_OR_POP` || target.op === `POP_JUMP_IF_${other}`) {
    if (instr.loc.lineno !== target.loc.lineno) return i
    instr.op = `POP_JUMP_IF_${same}`
    instr.target = instr.target?.next ?? null
    return i - 1
  }
  return i
}

/** Up to 3.12: what follows the load of a constant. */
function optimizeLoad(g: Graph, b: Block, i: number): number {
  const instr = b.instrs[i]
  return optimizeConstantTest(g, b, i, instr.arg, true)
}

function optimizeCopyOfLoad(g: Graph, b: Block, i: number): number {
  const before = b.instrs[i - 1]
  if (b.instrs[i].arg !== 1 || before?.op !== 'LOAD_CONST') return i
  return optimizeConstantTest(g, b, i, before.arg, false)
}

function optimizeConstantTest(g: Graph, b: Block, i: number, index: number, isLoad: boolean): number {
  const instr = b.instrs[i]
  const next = b.instrs[i + 1]
  const constant = g.consts[index]
  switch (next?.op) {
    case 'POP_JUMP_IF_FALSE':
    case 'POP_JUMP_IF_TRUE':
      decideJump(instr, next, isTrue(constant))
      return i
    case 'JUMP_IF_FALSE_OR_POP':
    case 'JUMP_IF_TRUE_OR_POP':
      if (isTrue(constant) === (next.op === 'JUMP_IF_TRUE_OR_POP')) {
        next.op = 'JUMP'
      } else {
        makeNop(instr)
        makeNop(next)
      }
      return i
    case 'IS_OP':
      if (constant.kind === 'None') compareWithNone(b, i)
      return i
    case 'RETURN_VALUE':
      if (isLoad && g.facts.returnConst === 'with-load') {
        makeNop(instr)
        next.op = 'RETURN_CONST'
        next.arg = index
        return i + 1
      }
  }
  return i
}
