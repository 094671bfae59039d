// Copying small ends of code to where they are jumped to from
// (CPython: basicblock_inline_small_or_no_lineno_blocks, inline_small_exit_blocks, extend_block).

import {
  type Block,
  blocksOf,
  copyInstr,
  exitsScope,
  fallsThrough,
  type Graph,
  hasNoLineno,
  isUnconditionalJump,
  lastOf,
  makeNop,
  nextNonempty,
} from './blocks.ts'

const MAX_COPY_SIZE = 4

function append(block: Block, source: Block): void {
  block.staleHandlers.splice(0, source.instrs.length)
  block.instrs.push(...source.instrs.map(copyInstr))
}

/** 3.13+: small exits, and blocks without lines that go elsewhere; until nothing changes. */
export function inlineSmallOrUnlocatedBlocks(g: Graph): void {
  let changes = true
  while (changes) {
    changes = false
    for (const b of blocksOf(g)) if (inlineOne(b)) changes = true
  }
}

function inlineOne(b: Block): boolean {
  const last = lastOf(b)
  if (!last || !isUnconditionalJump(last.op)) return false
  const target = last.target as Block
  const small = exitsScope(target) && target.instrs.length <= MAX_COPY_SIZE
  const unlocated = hasNoLineno(target) && !fallsThrough(target)
  if (!small && !unlocated) return false
  const removed = last.op
  makeNop(last)
  append(b, target)
  if (unlocated) {
    const end = lastOf(b)
    if (end && isUnconditionalJump(end.op) && removed === 'JUMP') end.op = 'JUMP'
  }
  target.predecessors--
  return true
}

/** 3.12: small exits. */
export function inlineSmallExits(g: Graph): void {
  for (const b of blocksOf(g)) {
    const last = lastOf(b)
    if (!last || !isUnconditionalJump(last.op)) continue
    const target = last.target as Block
    if (!exitsScope(target) || target.instrs.length > MAX_COPY_SIZE) continue
    makeNop(last)
    append(b, target)
  }
}

/** 3.11: small exits without lines (an implicit `return None`), the block made last first. */
export function extendBlocks(g: Graph): void {
  for (const b of [...blocksOf(g)].sort((x, y) => y.made - x.made)) {
    const last = lastOf(b)
    if (last?.op !== 'JUMP') continue
    const target = nextNonempty(last.target)
    if (!target || !exitsScope(target) || target.instrs.length > MAX_COPY_SIZE) continue
    if (target.instrs.some((instr) => instr.loc.lineno > 0)) continue
    makeNop(last)
    append(b, target)
  }
}
