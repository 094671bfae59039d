// Fewer SWAPs (CPython: swaptimize, apply_static_swaps).

import { type Block, type Instr, makeNop } from './blocks.ts'

/** Replace the run of SWAPs at `at` by the shortest one with the same effect. Returns the index of its end. */
export function swaptimize(block: Block, at: number): number {
  const instrs = block.instrs
  let depth = instrs[at].arg
  let length = 1
  let more = false
  for (; at + length < instrs.length; length++) {
    const instr = instrs[at + length]
    if (instr.op === 'SWAP') {
      depth = Math.max(depth, instr.arg)
      more = true
    } else if (instr.op !== 'NOP') {
      break
    }
  }
  if (!more) return at
  const stack = Array.from({ length: depth }, (_, i) => i)
  for (let i = at; i < at + length; i++) {
    if (instrs[i].op !== 'SWAP') continue
    const other = instrs[i].arg - 1
    ;[stack[0], stack[other]] = [stack[other], stack[0]]
  }
  // Follow the cycles of the permutation, writing from the end.
  const VISITED = -1
  let current = at + length - 1
  for (let i = 0; i < depth; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue
    let j = i
    for (;;) {
      if (j) {
        instrs[current].op = 'SWAP'
        instrs[current--].arg = j + 1
      }
      if (stack[j] === VISITED) break
      const next = stack[j]
      stack[j] = VISITED
      j = next
    }
  }
  while (current >= at) makeNop(instrs[current--])
  return at + length - 1
}

function isSwappable(op: string): boolean {
  return op === 'STORE_FAST' || op === 'STORE_FAST_MAYBE_NULL' || op === 'POP_TOP'
}

function storesTo(instr: Instr): number {
  return instr.op === 'STORE_FAST' || instr.op === 'STORE_FAST_MAYBE_NULL' ? instr.arg : -1
}

function nextSwappable(block: Block, i: number, lineno: number): number {
  while (++i < block.instrs.length) {
    const instr = block.instrs[i]
    if (lineno >= 0 && instr.loc.lineno !== lineno) return -1
    if (instr.op === 'NOP') continue
    return isSwappable(instr.op) ? i : -1
  }
  return -1
}

/** Swap the instructions that consume the values instead of the values. */
export function applyStaticSwaps(block: Block, i: number): void {
  const { instrs } = block
  for (; i >= 0; i--) {
    const swap = instrs[i]
    if (swap.op !== 'SWAP') {
      if (swap.op === 'NOP' || isSwappable(swap.op)) continue
      return
    }
    const j = nextSwappable(block, i, -1)
    if (j < 0) return
    let k = j
    const { lineno } = instrs[j].loc
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(block, k, lineno)
      if (k < 0) return
    }
    const storeJ = storesTo(instrs[j])
    const storeK = storesTo(instrs[k])
    if (storeJ >= 0 || storeK >= 0) {
      if (storeJ === storeK) return
      for (let between = j + 1; between < k; between++) {
        const store = storesTo(instrs[between])
        if (store >= 0 && (store === storeJ || store === storeK)) return
      }
    }
    makeNop(swap)
    ;[instrs[j], instrs[k]] = [instrs[k], instrs[j]]
  }
}
