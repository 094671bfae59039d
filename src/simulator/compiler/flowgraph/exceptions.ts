// Which instruction is handled where (CPython: mark_except_handlers, label_exception_targets).

import { type Block, blocksOf, fallsThrough, type Graph, type Instr, isBlockPush, isJump } from './blocks.ts'

export function markExceptHandlers(g: Graph): void {
  for (const b of blocksOf(g)) {
    for (const instr of b.instrs) if (isBlockPush(instr.op) && instr.target) instr.target.exceptHandler = true
  }
}

/** Walk the graph with the stack of handlers; every instruction learns the topmost one. */
export function labelExceptionTargets(g: Graph): void {
  for (const b of blocksOf(g)) b.visited = false
  const todo: Block[] = [g.entry]
  g.entry.visited = true
  g.entry.exceptStack = []
  for (let b = todo.pop(); b; b = todo.pop()) {
    let stack: Block[] | null = b.exceptStack as Block[]
    b.exceptStack = null
    let lastYieldDepth = -1
    for (const instr of b.instrs) {
      if (isBlockPush(instr.op)) {
        visit(todo, instr.target as Block, stack.slice())
        const handler = instr.target as Block
        if (instr.op !== 'SETUP_FINALLY') handler.preserveLasti = true
        stack.push(handler)
      } else if (instr.op === 'POP_BLOCK') {
        stack.pop()
        if (g.facts.popBlock === 'nop-at-once') {
          instr.op = 'NOP'
          instr.arg = 0
        }
      } else {
        instr.except = stack[stack.length - 1] ?? null
        if (isJump(instr)) {
          if (fallsThrough(b)) visit(todo, instr.target as Block, stack.slice())
          else visit(todo, instr.target as Block, stack)
        } else {
          lastYieldDepth = noteYield(g, instr, stack.length, lastYieldDepth)
        }
      }
    }
    if (fallsThrough(b) && b.next) visit(todo, b.next, stack)
    stack = null
  }
}

function visit(todo: Block[], block: Block, stack: Block[]): void {
  if (block.visited) return
  block.visited = true
  block.exceptStack = stack.slice()
  todo.push(block)
}

/** The RESUME before a generator expression has made its iterator (3.15). */
const RESUME_AT_GENEXPR = 4

/** A generator that waits inside one handler only (its own) can be closed without running it. */
function noteYield(g: Graph, instr: Instr, depth: number, lastYieldDepth: number): number {
  if (instr.op === 'YIELD_VALUE') {
    if (g.facts.yieldDepth === 'in-yield') instr.arg = depth
    return depth
  }
  if (instr.op === 'RESUME' && instr.arg !== 0 && instr.arg !== RESUME_AT_GENEXPR) {
    if (g.facts.yieldDepth === 'in-resume' && lastYieldDepth === 1) instr.arg |= g.facts.resumeDepth1
    return -1
  }
  return lastYieldDepth
}
