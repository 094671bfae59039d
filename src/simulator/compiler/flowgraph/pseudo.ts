// Pseudo-instructions become real ones (CPython: convert_pseudo_conditional_jumps, convert_pseudo_ops, normalize_jumps).

import { NO_LOCATION } from '../location.ts'
import {
  appendInstr,
  Block,
  blocksOf,
  type Graph,
  insertInstrs,
  isBlockPush,
  isJump,
  lastOf,
  makeNop,
  newInstr,
} from './blocks.ts'
import { removeNops, removeNopsAndJumps } from './nops.ts'

/** `and`, `or`: JUMP_IF_FALSE is a copy, a test and a jump (3.14+). */
export function convertConditionalJumps(g: Graph): void {
  for (const b of blocksOf(g)) {
    const last = lastOf(b)
    if (last?.op !== 'JUMP_IF_FALSE' && last?.op !== 'JUMP_IF_TRUE') continue
    last.op = `POP_${last.op}`
    const added = [newInstr('COPY', 1, last.loc), newInstr('TO_BOOL', 0, last.loc)]
    for (const instr of added) instr.except = last.except
    insertInstrs(b, b.instrs.length - 1, added)
  }
}

export function convertPseudoOps(g: Graph): void {
  for (const b of blocksOf(g)) {
    for (const instr of b.instrs) {
      if (isBlockPush(instr.op) || instr.op === 'POP_BLOCK') makeNop(instr)
      else if (instr.op === 'STORE_FAST_MAYBE_NULL') instr.op = 'STORE_FAST'
      else if (instr.op === 'LOAD_CLOSURE' && !g.opcodes.byName.has('LOAD_CLOSURE')) instr.op = 'LOAD_FAST'
    }
  }
  if (g.facts.pseudoCleanup === 'nops-and-jumps') removeNopsAndJumps(g)
  else removeNops(g)
}

const REVERSED: Record<string, string> = {
  POP_JUMP_IF_NOT_NONE: 'POP_JUMP_IF_NONE',
  POP_JUMP_IF_NONE: 'POP_JUMP_IF_NOT_NONE',
  POP_JUMP_IF_FALSE: 'POP_JUMP_IF_TRUE',
  POP_JUMP_IF_TRUE: 'POP_JUMP_IF_FALSE',
}

/** Every jump knows whether it goes forward or back; conditional ones only go forward since 3.12. */
export function normalizeJumps(g: Graph): void {
  const seen = new Set<Block>()
  for (const b of blocksOf(g)) {
    seen.add(b)
    const last = lastOf(b)
    if (!last || !isJump(last)) continue
    const target = last.target as Block
    const isForward = !seen.has(target)
    if (last.op === 'JUMP' || last.op === 'JUMP_NO_INTERRUPT') {
      const back = last.op === 'JUMP' ? 'JUMP_BACKWARD' : 'JUMP_BACKWARD_NO_INTERRUPT'
      last.op = isForward ? 'JUMP_FORWARD' : back
    } else if (REVERSED[last.op]) {
      normalizeConditional(g, b, isForward)
    }
  }
}

function normalizeConditional(g: Graph, b: Block, isForward: boolean): void {
  const last = lastOf(b) as Block['instrs'][number]
  if (!g.opcodes.byName.has(last.op)) {
    last.op = last.op.replace('POP_JUMP_', isForward ? 'POP_JUMP_FORWARD_' : 'POP_JUMP_BACKWARD_')
    return
  }
  const notTaken = g.opcodes.byName.has('NOT_TAKEN')
  if (isForward) {
    if (notTaken) appendInstr(g, b, newInstr('NOT_TAKEN', 0, last.loc), last)
    return
  }
  const back = new Block()
  if (notTaken) appendInstr(g, back, newInstr('NOT_TAKEN', 0, last.loc), last)
  const loc = g.facts.backwardJumpAt === 'condition' ? last.loc : NO_LOCATION
  appendInstr(g, back, newInstr('JUMP_BACKWARD', 0, loc, last.target), last)
  back.cold = b.cold
  back.startdepth = last.target?.startdepth ?? -1
  last.op = REVERSED[last.op]
  last.target = b.next
  back.next = b.next
  b.next = back
}
