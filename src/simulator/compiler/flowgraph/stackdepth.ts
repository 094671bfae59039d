// How high the value stack grows (CPython: calculate_stackdepth).

import { effectOf } from '../opcodes/table.ts'
import { type Block, blocksOf, fallsThrough, type Graph, type Instr, isBlockPush } from './blocks.ts'

/** Effects of pseudo-instructions: not jumping, jumping. */
const PSEUDO: Record<string, readonly [number, number]> = {
  SETUP_FINALLY: [0, 1],
  SETUP_CLEANUP: [0, 2],
  SETUP_WITH: [0, 1],
  POP_BLOCK: [0, 0],
  JUMP: [0, 0],
  JUMP_NO_INTERRUPT: [0, 0],
  LOAD_CLOSURE: [1, 1],
  STORE_FAST_MAYBE_NULL: [-1, -1],
  POP_JUMP_IF_FALSE: [-1, -1],
  POP_JUMP_IF_TRUE: [-1, -1],
  POP_JUMP_IF_NONE: [-1, -1],
  POP_JUMP_IF_NOT_NONE: [-1, -1],
}

/** The stack effect of an instruction. */
export function stackEffect(g: Graph, instr: Instr, jump: boolean): number {
  const pseudo = PSEUDO[instr.op]
  if (pseudo) return pseudo[jump ? 1 : 0]
  const info = g.opcodes.byName.get(instr.op)
  if (!info) throw new Error(`no stack effect for ${instr.op}`)
  return effectOf(jump ? info.jumpEffect : info.effect, instr.arg)
}

const CO_ANY_GENERATOR = 0x20 | 0x80 | 0x200

/** Set `startdepth` of every block that can be reached, and `stacksize`. */
export function calculateStackdepth(g: Graph): void {
  for (const b of blocksOf(g)) b.startdepth = -1
  let most = 0
  const stack: Block[] = []
  const push = (block: Block, depth: number) => {
    if (block.startdepth >= depth || depth >= 100_000) return
    block.startdepth = depth
    stack.push(block)
  }
  push(g.entry, g.flags & CO_ANY_GENERATOR ? g.facts.generatorStartDepth : 0)
  for (let b = stack.pop(); b; b = stack.pop()) {
    let depth = b.startdepth
    most = Math.max(most, depth)
    for (const instr of b.instrs) {
      const after = depth + stackEffect(g, instr, false)
      most = Math.max(most, after)
      if (instr.target && instr.op !== 'END_ASYNC_FOR') {
        const there = depth + stackEffect(g, instr, true)
        // A handler's depth counts when something runs there, which it does.
        if (!isBlockPush(instr.op)) most = Math.max(most, there)
        else most = Math.max(most, there)
        push(instr.target, there)
      }
      depth = after
    }
    if (b.next && fallsThrough(b)) push(b.next, depth)
  }
  g.stacksize = most
}
