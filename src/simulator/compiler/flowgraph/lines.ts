// Lines for code that has none of its own (CPython: duplicate_exits_without_lineno, propagate_line_numbers,
// guarantee_lineno_for_exits; PEP 626).

import { type Location, NO_LOCATION } from '../location.ts'
import {
  Block,
  blocksOf,
  copyInstr,
  exitsScope,
  fallsThrough,
  type Graph,
  hasNoLineno,
  isJump,
  lastOf,
  nextNonempty,
} from './blocks.ts'

/** Jumps back check for signals: such blocks count as ends, too (3.13+). */
function hasEvalBreak(block: Block): boolean {
  return block.instrs.some((instr) => EVAL_BREAKS.has(instr.op))
}

const EVAL_BREAKS = new Set(['JUMP', 'JUMP_BACKWARD', 'RESUME', 'CALL_FUNCTION_EX', 'CALL', 'CALL_KW'])

function needsLine(g: Graph, block: Block): boolean {
  if (!exitsScope(block) && !(g.facts.evalBreaksNeedLines && hasEvalBreak(block))) return false
  return hasNoLineno(block)
}

/** resolve_line_numbers. */
export function resolveLineNumbers(g: Graph): void {
  duplicateExits(g)
  propagate(g)
  if (g.facts.guaranteeExitLines) guarantee(g)
}

function duplicateExits(g: Graph): void {
  const all = [...blocksOf(g)]
  if (g.facts.duplicateExitsFrom === 'last-made') all.sort((a, b) => b.made - a.made)
  for (const b of all) {
    const last = lastOf(b)
    if (!last || !isJump(last)) continue
    const target = nextNonempty(last.target) as Block
    if (!needsLine(g, target) || target.predecessors <= 1) continue
    const copy = new Block()
    copy.instrs = target.instrs.map(copyInstr)
    copy.instrs[0].loc = last.loc
    last.target = copy
    target.predecessors--
    copy.predecessors = 1
    copy.next = target.next
    copy.isLabel = true
    target.next = copy
  }
  // What is left is reached by falling through only.
  for (const b of blocksOf(g)) {
    if (!fallsThrough(b) || !b.next || b.instrs.length === 0) continue
    if (needsLine(g, b.next)) b.next.instrs[0].loc = (lastOf(b) as { loc: Location }).loc
  }
}

function propagate(g: Graph): void {
  for (const b of blocksOf(g)) {
    const last = lastOf(b)
    if (!last) continue
    let previous = NO_LOCATION
    for (const instr of b.instrs) {
      if (instr.loc.lineno === NO_LOCATION.lineno) instr.loc = previous
      else previous = instr.loc
    }
    if (fallsThrough(b) && b.next?.predecessors === 1) inherit(b.next, previous)
    if (isJump(last) && last.target?.predecessors === 1) inherit(last.target, previous)
  }
}

function inherit(block: Block, loc: Location): void {
  const first = block.instrs[0]
  if (first && first.loc.lineno === NO_LOCATION.lineno) first.loc = loc
}

function guarantee(g: Graph): void {
  let lineno = g.unit.firstlineno
  for (const b of blocksOf(g)) {
    const last = lastOf(b)
    if (!last) continue
    if (last.loc.lineno >= 0) lineno = last.loc.lineno
    else if (last.op === 'RETURN_VALUE') for (const instr of b.instrs) instr.loc = { ...instr.loc, lineno }
  }
}
