// Handlers of exceptions go to the end (CPython: mark_warm, mark_cold, push_cold_blocks_to_end, 3.12+).

import { NO_LOCATION } from '../location.ts'
import { Block, blocksOf, fallsThrough, type Graph, isJump, newInstr } from './blocks.ts'
import { removeNopsAndJumps, removeRedundantJumps } from './nops.ts'

function clearVisited(g: Graph): void {
  for (const b of blocksOf(g)) b.visited = false
}

function markWarm(g: Graph): void {
  clearVisited(g)
  const stack: Block[] = [g.entry]
  g.entry.visited = true
  const push = (block: Block) => {
    if (block.visited) return
    block.visited = true
    stack.push(block)
  }
  for (let b = stack.pop(); b; b = stack.pop()) {
    b.warm = true
    if (b.next && fallsThrough(b)) push(b.next)
    for (const instr of b.instrs) if (isJump(instr)) push(instr.target as Block)
  }
}

function markCold(g: Graph): void {
  markWarm(g)
  clearVisited(g)
  const stack: Block[] = []
  const push = (block: Block) => {
    if (block.warm || block.visited) return
    block.visited = true
    stack.push(block)
  }
  for (const b of blocksOf(g)) {
    if (!b.exceptHandler) continue
    stack.push(b)
    b.visited = true
  }
  for (let b = stack.pop(); b; b = stack.pop()) {
    b.cold = true
    if (b.next && fallsThrough(b)) push(b.next)
    for (const instr of b.instrs) if (isJump(instr)) push(instr.target as Block)
  }
}

export function pushColdBlocksToEnd(g: Graph): void {
  if (!g.entry.next) return
  markCold(g)
  for (const b of blocksOf(g)) {
    if (!b.cold || !fallsThrough(b) || !b.next?.warm) continue
    const jump = new Block()
    jump.instrs.push(newInstr(g.facts.artificialJump, 0, NO_LOCATION, b.next))
    jump.cold = true
    jump.predecessors = g.facts.coldJumpInherits ? 1 : 0
    jump.next = b.next
    b.next.isLabel = true
    b.next = jump
  }
  const all = [...blocksOf(g)]
  const warm = all.filter((b) => !b.cold)
  const cold = all.filter((b) => b.cold)
  if (!cold.length) return
  const order = [...warm, ...cold]
  order.forEach((b, i) => {
    b.next = order[i + 1] ?? null
  })
  if (g.facts.coldCleanup === 'nops-and-jumps') removeNopsAndJumps(g)
  else removeRedundantJumps(g)
}
