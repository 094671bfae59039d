// Loads that need not take a reference (CPython: optimize_load_fast, 3.14+).
// Each block is run on a stack of (instruction that produced it, local it came from). A load stays strong if its value is
// stored in a local, if its local is killed while the value is on the stack, or if the value is left when the block ends.

import { effectOf } from '../opcodes/table.ts'
import { type Block, blocksOf, fallsThrough, type Graph, type Instr, lastOf } from './blocks.ts'

const NOT_LOCAL = -1
const DUMMY = -1

interface Ref {
  readonly instr: number
  readonly local: number
}

/** What instructions push that consume all they pop; 1 where nothing is said. */
const PUSHES: Record<string, (arg: number) => number> = {
  PUSH_EXC_INFO: () => 2,
  CHECK_EG_MATCH: () => 2,
  CLEANUP_THROW: () => 2,
  GET_ITER: () => 1,
  UNPACK_SEQUENCE: (arg) => arg,
  UNPACK_EX: (arg) => (arg & 0xff) + (arg >> 8) + 1,
  LOAD_GLOBAL: (arg) => 1 + (arg & 1),
}

const PUSHES_NOTHING = new Set([
  'NOP',
  'POP_TOP',
  'POP_ITER',
  'END_FOR',
  'POP_JUMP_IF_FALSE',
  'POP_JUMP_IF_TRUE',
  'POP_JUMP_IF_NONE',
  'POP_JUMP_IF_NOT_NONE',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'JUMP_BACKWARD_NO_INTERRUPT',
  'NOT_TAKEN',
  'STORE_NAME',
  'STORE_GLOBAL',
  'STORE_DEREF',
  'STORE_ATTR',
  'STORE_SUBSCR',
  'STORE_SLICE',
  'DELETE_NAME',
  'DELETE_GLOBAL',
  'DELETE_DEREF',
  'DELETE_ATTR',
  'DELETE_SUBSCR',
  'DELETE_FAST',
  'RAISE_VARARGS',
  'RESUME',
  'COPY_FREE_VARS',
  'MAKE_CELL',
  'POP_EXCEPT',
  'SETUP_ANNOTATIONS',
  'END_ASYNC_FOR',
])

/** They leave all their inputs and push on top. */
const KEEPS_INPUTS = new Set([
  'GET_ANEXT',
  'GET_LEN',
  'IMPORT_FROM',
  'MATCH_KEYS',
  'MATCH_MAPPING',
  'MATCH_SEQUENCE',
  'WITH_EXCEPT_START',
])

/** They take from the top and put into what lies below. */
const TAKES_FROM_TOP = new Set([
  'DICT_MERGE',
  'DICT_UPDATE',
  'LIST_APPEND',
  'LIST_EXTEND',
  'MAP_ADD',
  'RERAISE',
  'SET_ADD',
  'SET_UPDATE',
])

export function optimizeLoadFast(g: Graph): void {
  for (const b of blocksOf(g)) b.visited = false
  const todo: Block[] = [g.entry]
  g.entry.startdepth = 0
  g.entry.visited = true
  for (let b = todo.pop(); b; b = todo.pop()) new BlockRun(g, b, todo).run()
}

class BlockRun {
  private readonly g: Graph
  private readonly block: Block
  private readonly todo: Block[]
  private readonly refs: Ref[] = []
  private readonly strong: boolean[]

  constructor(g: Graph, block: Block, todo: Block[]) {
    this.g = g
    this.block = block
    this.todo = todo
    this.strong = block.instrs.map(() => false)
    for (let i = 0; i < block.startdepth; i++) this.refs.push({ instr: DUMMY, local: NOT_LOCAL })
  }

  run(): void {
    const { instrs } = this.block
    instrs.forEach((instr, i) => {
      this.step(instr, i)
    })
    const last = lastOf(this.block)
    if (this.block.next && fallsThrough(this.block) && (last || this.g.facts.borrowWalksEmptyBlocks)) {
      this.reach(this.block.next)
    }
    for (const ref of this.refs) if (ref.instr !== DUMMY) this.strong[ref.instr] = true
    instrs.forEach((instr, i) => {
      if (this.strong[i]) return
      if (instr.op === 'LOAD_FAST') instr.op = 'LOAD_FAST_BORROW'
      else if (instr.op === 'LOAD_FAST_LOAD_FAST') instr.op = 'LOAD_FAST_BORROW_LOAD_FAST_BORROW'
    })
  }

  private reach(block: Block): void {
    if (block.visited) return
    block.visited = true
    this.todo.push(block)
  }

  private push(instr: number, local: number): void {
    this.refs.push({ instr, local })
  }

  private pop(): Ref {
    return this.refs.pop() ?? { instr: DUMMY, local: NOT_LOCAL }
  }

  private kill(local: number): void {
    for (const ref of this.refs) if (ref.local === local) this.strong[ref.instr] = true
  }

  private store(local: number): void {
    const ref = this.pop()
    this.kill(local)
    if (ref.instr !== DUMMY) this.strong[ref.instr] = true
  }

  private step(instr: Instr, i: number): void {
    const { op, arg } = instr
    const { refs } = this
    switch (op) {
      case 'DELETE_FAST':
        if (this.g.facts.deleteKillsBorrow) this.kill(arg)
        return
      case 'LOAD_FAST':
        return this.push(i, arg)
      case 'LOAD_FAST_AND_CLEAR':
        this.kill(arg)
        return this.push(i, arg)
      case 'LOAD_FAST_LOAD_FAST':
        this.push(i, arg >> 4)
        return this.push(i, arg & 15)
      case 'STORE_FAST':
        return this.store(arg)
      case 'STORE_FAST_LOAD_FAST':
        this.store(arg >> 4)
        return this.push(i, arg & 15)
      case 'STORE_FAST_STORE_FAST':
        this.store(arg >> 4)
        return this.store(arg & 15)
      case 'COPY': {
        refs.push(refs[refs.length - arg])
        return
      }
      case 'SWAP': {
        const top = refs.length - 1
        const other = refs.length - arg
        ;[refs[top], refs[other]] = [refs[other], refs[top]]
        return
      }
      case 'CHECK_EXC_MATCH':
        this.pop()
        return this.push(i, NOT_LOCAL)
      case 'FOR_ITER':
        this.reach(instr.target as Block)
        return this.push(i, NOT_LOCAL)
      case 'LOAD_SPECIAL': {
        const self = this.pop()
        this.push(i, NOT_LOCAL)
        refs.push(self)
        return
      }
      case 'LOAD_ATTR':
      case 'LOAD_SUPER_ATTR': {
        const self = this.pop()
        if (op === 'LOAD_SUPER_ATTR') {
          this.pop()
          this.pop()
        }
        this.push(i, NOT_LOCAL)
        if (arg & 1) refs.push(self)
        return
      }
      case 'SEND':
        this.reach(instr.target as Block)
        this.pop()
        return this.push(i, NOT_LOCAL)
    }
    this.other(instr, i)
  }

  private other(instr: Instr, i: number): void {
    const { op, arg } = instr
    const info = this.g.opcodes.byName.get(op)
    if (!info) throw new Error(`no effect for ${op}`)
    const net = effectOf(info.effect, arg)
    if (KEEPS_INPUTS.has(op) || this.g.facts.borrowKept.includes(op)) {
      // 3.14 counts these from the first instruction of the block, not from this one; so must we.
      for (let k = 0; k < net; k++) this.push(this.g.facts.borrowBlamesFirst ? k : i, NOT_LOCAL)
      return
    }
    if (TAKES_FROM_TOP.has(op)) {
      for (let k = 0; k < -net; k++) this.pop()
      return
    }
    const pushed = PUSHES_NOTHING.has(op) ? 0 : (PUSHES[op]?.(arg) ?? 1)
    if (instr.target) this.reach(instr.target)
    for (let k = 0; k < pushed - net; k++) this.pop()
    for (let k = 0; k < pushed; k++) this.push(i, NOT_LOCAL)
  }
}
