// Basic blocks and what kinds of instructions there are (CPython: Python/flowgraph.c, basicblock; pycore_opcode_utils.h).

import type { CompilerFacts } from '../../profiles/index.ts'
import type { Constant } from '../code.ts'
import type { ConstantCache } from '../constants.ts'
import type { Location } from '../location.ts'
import type { Opcodes } from '../opcodes/table.ts'
import type { Unit } from '../unit.ts'

/** cfg_instr. */
export interface Instr {
  op: string
  arg: number
  target: Block | null
  /** Where an exception raised here is handled. */
  except: Block | null
  loc: Location
}

/** basicblock: instructions that run one after the other. */
export class Block {
  instrs: Instr[] = []
  /**
   * The handlers of instructions that stood behind the last one before they were removed. CPython's array of instructions
   * keeps them, and an instruction added later takes them over, because basicblock_addop does not clear that field.
   */
  staleHandlers: (Block | null)[] = []
  next: Block | null = null
  /** Whether it was a jump target when the graph was built. */
  isLabel = false
  predecessors = 0
  /** See Label.made. */
  made = 0
  startdepth = -1
  exceptHandler = false
  preserveLasti = false
  cold = false
  warm = false
  visited = false
  exceptStack: Block[] | null = null
  unsafeLocals = 0n
}

/** The graph of one code unit, and what the passes need beside it. */
export interface Graph {
  entry: Block
  readonly unit: Unit
  readonly facts: CompilerFacts
  readonly opcodes: Opcodes
  /** The unit's constants: passes may add to them and cut them. */
  consts: Constant[]
  readonly constants: ConstantCache
  readonly flags: number
  stacksize: number
}

const BLOCK_PUSH = new Set(['SETUP_FINALLY', 'SETUP_CLEANUP', 'SETUP_WITH'])
const SCOPE_EXIT = new Set(['RETURN_VALUE', 'RETURN_CONST', 'RAISE_VARARGS', 'RERAISE'])
const UNCONDITIONAL = new Set([
  'JUMP',
  'JUMP_NO_INTERRUPT',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'JUMP_BACKWARD_NO_INTERRUPT',
])

export function isBlockPush(op: string): boolean {
  return BLOCK_PUSH.has(op)
}

export function isScopeExit(op: string): boolean {
  return SCOPE_EXIT.has(op)
}

export function isUnconditionalJump(op: string): boolean {
  return UNCONDITIONAL.has(op)
}

export function isJump(instr: Instr): boolean {
  return instr.target !== null && !BLOCK_PUSH.has(instr.op)
}

export function lastOf(block: Block): Instr | undefined {
  return block.instrs[block.instrs.length - 1]
}

/** BB_HAS_FALLTHROUGH. */
export function fallsThrough(block: Block): boolean {
  const last = lastOf(block)
  return !last || !(SCOPE_EXIT.has(last.op) || UNCONDITIONAL.has(last.op))
}

export function exitsScope(block: Block): boolean {
  const last = lastOf(block)
  return last !== undefined && SCOPE_EXIT.has(last.op)
}

export function nextNonempty(block: Block | null): Block | null {
  while (block && block.instrs.length === 0) block = block.next
  return block
}

export function hasNoLineno(block: Block): boolean {
  return block.instrs.every((instr) => instr.loc.lineno < 0)
}

/** INSTR_SET_OP0(instr, NOP): keeps the place. */
export function makeNop(instr: Instr): void {
  instr.op = 'NOP'
  instr.arg = 0
  instr.target = null
}

export function copyInstr(instr: Instr): Instr {
  return { ...instr }
}

export function newInstr(op: string, arg: number, loc: Location, target: Block | null = null): Instr {
  return { op, arg, target, except: null, loc }
}

/** basicblock_addop: a new instruction at the end; its handler is that of `like`, or what happens to lie there. */
export function appendInstr(g: Graph, block: Block, instr: Instr, like: Instr): void {
  const stale = block.staleHandlers.shift() ?? null
  instr.except = g.facts.addedHandlers === 'own' ? like.except : stale
  block.instrs.push(instr)
}

/** Keep only these of the block's instructions. */
export function keepInstrs(block: Block, kept: Instr[]): void {
  block.staleHandlers.unshift(...block.instrs.slice(kept.length).map((instr) => instr.except))
  block.instrs = kept
}

/** basicblock_insert_instruction: in front of `at`. */
export function insertInstrs(block: Block, at: number, instrs: readonly Instr[]): void {
  block.staleHandlers.splice(0, instrs.length)
  block.instrs.splice(at, 0, ...instrs)
}

/** Every block in order. */
export function* blocksOf(g: Graph): Generator<Block> {
  for (let b: Block | null = g.entry; b; b = b.next) yield b
}
