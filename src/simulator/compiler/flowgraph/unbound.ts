// Loads of locals that may be unbound (CPython: add_checks_for_loads_of_uninitialized_variables, 3.12+).

import { type Block, blocksOf, fallsThrough, type Graph, isJump, lastOf } from './blocks.ts'

const MOST_TRACKED = 64

export function checkUnboundLocals(g: Graph): void {
  const { unit } = g
  let nlocals = unit.varnames.size
  if (nlocals === 0) return
  if (nlocals > MOST_TRACKED) {
    scanManyLocals(g)
    nlocals = MOST_TRACKED
  }
  const stack: Block[] = []
  for (const b of blocksOf(g)) {
    b.visited = false
    b.unsafeLocals = 0n
  }
  const { entry } = unit
  const nparams =
    unit.argcount + unit.posonlyargcount + unit.kwonlyargcount + (entry.varargs ? 1 : 0) + (entry.varkeywords ? 1 : 0)
  let mask = 0n
  for (let i = nparams; i < nlocals; i++) mask |= 1n << BigInt(i)
  maybePush(stack, g.entry, mask)
  for (const b of blocksOf(g)) scanBlock(stack, b)
  for (let b = stack.pop(); b; b = stack.pop()) {
    b.visited = false
    scanBlock(stack, b)
  }
}

function maybePush(stack: Block[], b: Block, mask: bigint): void {
  const both = b.unsafeLocals | mask
  if (both === b.unsafeLocals) return
  b.unsafeLocals = both
  if (b.visited) return
  b.visited = true
  stack.push(b)
}

function scanBlock(stack: Block[], b: Block): void {
  let unsafe = b.unsafeLocals
  for (const instr of b.instrs) {
    if (instr.except) maybePush(stack, instr.except, unsafe)
    if (instr.arg >= MOST_TRACKED) continue
    switch (instr.op) {
      case 'DELETE_FAST':
      case 'LOAD_FAST_AND_CLEAR':
      case 'STORE_FAST_MAYBE_NULL':
        unsafe |= 1n << BigInt(instr.arg)
        break
      case 'STORE_FAST':
      case 'LOAD_FAST_CHECK':
        unsafe &= ~(1n << BigInt(instr.arg))
        break
      case 'LOAD_FAST': {
        const bit = 1n << BigInt(instr.arg)
        if (unsafe & bit) instr.op = 'LOAD_FAST_CHECK'
        unsafe &= ~bit
      }
    }
  }
  if (b.next && fallsThrough(b)) maybePush(stack, b.next, unsafe)
  const last = lastOf(b)
  if (last && isJump(last)) maybePush(stack, last.target as Block, unsafe)
}

/** Locals beyond the first 64 are only followed inside one block. */
function scanManyLocals(g: Graph): void {
  for (const b of blocksOf(g)) {
    const safe = new Set<number>()
    for (const instr of b.instrs) {
      if (instr.arg < MOST_TRACKED) continue
      switch (instr.op) {
        case 'DELETE_FAST':
        case 'LOAD_FAST_AND_CLEAR':
        case 'STORE_FAST_MAYBE_NULL':
          safe.delete(instr.arg)
          break
        case 'STORE_FAST':
          safe.add(instr.arg)
          break
        case 'LOAD_FAST':
          if (!safe.has(instr.arg)) instr.op = 'LOAD_FAST_CHECK'
          safe.add(instr.arg)
      }
    }
  }
}
