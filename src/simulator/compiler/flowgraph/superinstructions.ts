// Two loads or stores of locals in one instruction (CPython: insert_superinstructions, 3.13+).

import { blocksOf, type Graph, type Instr, makeNop } from './blocks.ts'
import { removeNops } from './nops.ts'

export function insertSuperinstructions(g: Graph): void {
  for (const b of blocksOf(g)) {
    for (let i = 0; i + 1 < b.instrs.length; i++) {
      const pair = `${b.instrs[i].op}_${b.instrs[i + 1].op}`
      if (PAIRS.has(pair)) combine(g, b.instrs[i], b.instrs[i + 1], pair)
    }
  }
  removeNops(g)
}

const PAIRS = new Set(['LOAD_FAST_LOAD_FAST', 'STORE_FAST_LOAD_FAST', 'STORE_FAST_STORE_FAST'])

function combine(g: Graph, first: Instr, second: Instr, op: string): void {
  const line1 = first.loc.lineno
  const line2 = second.loc.lineno
  if (line1 !== line2 && (!g.facts.pairUnlocated || (line1 >= 0 && line2 >= 0))) return
  if (first.arg >= 16 || second.arg >= 16) return
  first.op = op
  first.arg = (first.arg << 4) | second.arg
  makeNop(second)
}
