// Tests of constants (CPython: basicblock_optimize_load_const).

import { FALSE, TRUE } from '../constants.ts'
import { isTrue } from '../fold/operations.ts'
import { type Block, blocksOf, type Graph, type Instr, makeNop } from './blocks.ts'
import { addConst, loadedConstant, makeImmediateLoad } from './constants.ts'

export function optimizeLoadConst(g: Graph): void {
  for (const b of blocksOf(g)) optimizeBlock(g, b)
}

function optimizeBlock(g: Graph, b: Block): void {
  let loaded: { op: string; arg: number } = { op: '', arg: 0 }
  for (let i = 0; i < b.instrs.length; i++) {
    const instr = b.instrs[i]
    if (instr.op === 'LOAD_CONST') makeImmediateLoad(g, instr, g.consts[instr.arg])
    const isCopy = loaded.op !== 'LOAD_SMALL_INT' && instr.op === 'COPY' && instr.arg === 1 && loadedConstant(g, loaded)
    if (!isCopy) loaded = { op: instr.op, arg: instr.arg }
    const constant = loadedConstant(g, loaded)
    if (!constant) continue
    const next = b.instrs[i + 1]
    switch (next?.op) {
      case 'POP_JUMP_IF_FALSE':
      case 'POP_JUMP_IF_TRUE':
      case 'JUMP_IF_FALSE':
      case 'JUMP_IF_TRUE':
        decideJump(instr, next, isTrue(constant))
        break
      case 'IS_OP':
        if (constant.kind === 'None') compareWithNone(b, i)
        break
      case 'TO_BOOL':
        makeNop(instr)
        next.op = 'LOAD_CONST'
        next.arg = addConst(g, isTrue(constant) ? TRUE : FALSE)
        break
      case 'RETURN_VALUE':
        if (g.facts.returnConst === 'with-load' && !isCopy) {
          makeNop(instr)
          next.op = 'RETURN_CONST'
          next.arg = loaded.arg
        }
    }
  }
}

/** A conditional jump on a constant always or never jumps. */
export function decideJump(load: Instr, jump: Instr, isTrueConstant: boolean): void {
  const jumpIfTrue = jump.op === 'POP_JUMP_IF_TRUE' || jump.op === 'JUMP_IF_TRUE'
  if (jump.op.startsWith('POP_')) makeNop(load)
  if (isTrueConstant === jumpIfTrue) jump.op = 'JUMP'
  else makeNop(jump)
}

/** `is None` before a jump: one instruction does both. */
export function compareWithNone(b: Block, i: number): void {
  const isOp = b.instrs[i + 1]
  let jump: Instr | undefined = b.instrs[i + 2]
  if (jump?.op === 'TO_BOOL') {
    makeNop(jump)
    jump = b.instrs[i + 3]
  }
  if (jump?.op !== 'POP_JUMP_IF_FALSE' && jump?.op !== 'POP_JUMP_IF_TRUE') return
  const invert = (isOp.arg !== 0) !== (jump.op === 'POP_JUMP_IF_FALSE')
  makeNop(b.instrs[i])
  makeNop(isOp)
  jump.op = invert ? 'POP_JUMP_IF_NOT_NONE' : 'POP_JUMP_IF_NONE'
}
