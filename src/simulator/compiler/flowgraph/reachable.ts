// Code that cannot run (CPython: remove_unreachable, mark_reachable).

import { type Block, blocksOf, fallsThrough, type Graph, keepInstrs } from './blocks.ts'

/** Count predecessors and empty the blocks that have none. */
export function removeUnreachable(g: Graph): void {
  for (const b of blocksOf(g)) {
    b.predecessors = 0
    b.visited = false
  }
  const stack: Block[] = [g.entry]
  g.entry.predecessors = 1
  g.entry.visited = true
  const reach = (block: Block) => {
    if (!block.visited) {
      block.visited = true
      stack.push(block)
    }
    block.predecessors++
  }
  for (let b = stack.pop(); b; b = stack.pop()) {
    if (b.next && fallsThrough(b)) reach(b.next)
    for (const instr of b.instrs) if (instr.target) reach(instr.target)
  }
  for (const b of blocksOf(g)) {
    if (b.predecessors > 0) continue
    keepInstrs(b, [])
    b.exceptHandler = false
  }
}
