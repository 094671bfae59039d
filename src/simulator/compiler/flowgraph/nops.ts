// Removing what does nothing (CPython: basicblock_remove_redundant_nops and its callers, remove_redundant_jumps).

import {
  type Block,
  blocksOf,
  fallsThrough,
  type Graph,
  isJump,
  isUnconditionalJump,
  keepInstrs,
  lastOf,
  makeNop,
  nextNonempty,
} from './blocks.ts'

/** NOPs that carry no line of their own. Returns how many went. */
export function removeNopsOf(block: Block, skipUnlocated: boolean): number {
  const kept = []
  let previous = -1
  const { instrs } = block
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i]
    const { lineno } = instr.loc
    if (instr.op === 'NOP') {
      if (lineno < 0 || previous === lineno) continue
      if (i < instrs.length - 1) {
        const next = instrs[i + 1]
        if (next.loc.lineno === lineno) continue
        if (next.loc.lineno < 0) {
          next.loc = instr.loc
          continue
        }
      } else if (firstLineAfter(block, skipUnlocated) === lineno) {
        continue
      }
    }
    kept.push(instr)
    previous = lineno
  }
  const removed = instrs.length - kept.length
  keepInstrs(block, kept)
  return removed
}

/** The line of the next block's first instruction that counts. */
function firstLineAfter(block: Block, skipUnlocated: boolean): number {
  const next = nextNonempty(block.next)
  if (!next) return -1
  if (!skipUnlocated) return next.instrs[0].loc.lineno
  for (const instr of next.instrs) {
    if (instr.op === 'NOP' && instr.loc.lineno < 0) continue
    return instr.loc.lineno
  }
  return -1
}

export function removeNops(g: Graph): number {
  let removed = 0
  for (const b of blocksOf(g)) removed += removeNopsOf(b, g.facts.nopsLookPastUnlocated)
  return removed
}

/** A jump to what follows anyway. Returns how many went. */
export function removeRedundantJumps(g: Graph): number {
  let changes = 0
  for (const b of blocksOf(g)) {
    const last = lastOf(b)
    if (!last || !isUnconditionalJump(last.op)) continue
    if (nextNonempty(last.target) === nextNonempty(b.next)) {
      makeNop(last)
      changes++
    }
  }
  return changes
}

export function removeNopsAndJumps(g: Graph): void {
  while (removeNops(g) + removeRedundantJumps(g) > 0) {
    // Each may make room for the other.
  }
}

const LOADS_CONST: ReadonlySet<string> = new Set(['LOAD_CONST', 'LOAD_SMALL_INT', 'LOAD_COMMON_CONSTANT'])

/** A constant or copy that is popped at once. */
export function removeNopsAndPairs(g: Graph): void {
  let done = false
  while (!done) {
    done = true
    let instr: Block['instrs'][number] | null = null
    for (const b of blocksOf(g)) {
      removeNopsOf(b, g.facts.nopsLookPastUnlocated)
      if (b.isLabel) instr = null
      for (const it of b.instrs) {
        const previous: Block['instrs'][number] | null = instr
        instr = it
        if (instr.op !== 'POP_TOP' || !previous) continue
        const { op, arg } = previous
        if (LOADS_CONST.has(op) || (op === 'COPY' && arg === 1)) {
          makeNop(previous)
          makeNop(instr)
          done = false
        }
      }
      if ((instr && isJump(instr)) || !fallsThrough(b)) instr = null
    }
  }
}

/** eliminate_empty_basic_blocks (up to 3.12). */
export function eliminateEmptyBlocks(g: Graph): void {
  for (let b: Block | null = g.entry; b; b = b.next) b.next = nextNonempty(b.next)
  g.entry = nextNonempty(g.entry) ?? g.entry
  for (const b of blocksOf(g)) {
    for (const instr of b.instrs) if (instr.target) instr.target = nextNonempty(instr.target)
  }
}
