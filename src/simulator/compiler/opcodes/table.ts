// The shape of an opcode table and its lookups (CPython: Include/internal/pycore_opcode_metadata.h, Lib/opcode.py).
// The tables beside this file are written by record.py from the interpreters themselves.

/** A stack effect: a number, or one that grows with the argument: by `per` for each unit, or by a weight for each bit. */
export type StackEffect =
  | number
  | { readonly base: number; readonly per: number }
  | { readonly base: number; readonly bits: readonly number[] }

/**
 * name, number, inline cache entries, kinds, effect when not jumping, effect when jumping (if it differs).
 * Kinds: a = has an argument, j = jump, c = constant, n = name, l = local, f = cell or free variable, o = comparison.
 */
export type OpcodeRow = readonly [string, number, number, string, StackEffect, StackEffect?]

/**
 * What `dis` names besides: name, number, kinds, effects as above (`null`: it has none to tell).
 * More kinds: e = begins a handled block, s = a specialized one, which is in `opname` and not in `opmap`. A name that
 * begins with `<` is none.
 */
export type OtherRow = readonly [string, number, string, StackEffect | null, (StackEffect | null)?]

/** What one version knows about its instructions. */
export interface OpcodeTable {
  readonly name: string
  readonly rows: readonly OpcodeRow[]
  readonly others: readonly OtherRow[]
  /** What the inline caches of an instruction hold: names, each with its number of entries. */
  readonly cacheFormat: { readonly [opname: string]: string }
  /** NB_* names in order of their number, and how each is written. */
  readonly nbOps: readonly string[]
  readonly nbSymbols: readonly string[]
  readonly cmpOps: readonly string[]
  /** Names of the operations of CALL_INTRINSIC_1 and _2; empty where the version has none. */
  readonly intrinsic1: readonly string[]
  readonly intrinsic2: readonly string[]
  /** What LOAD_COMMON_CONSTANT loads, as it is written in Python. */
  readonly commonConstants: readonly string[]
  readonly specialMethods: readonly string[]
}

/** One opcode, looked up. */
export interface OpcodeInfo {
  readonly name: string
  readonly opcode: number
  readonly caches: number
  /** Letters, see OpcodeRow. */
  readonly kinds: string
  readonly hasArg: boolean
  readonly isJump: boolean
  readonly hasConst: boolean
  readonly effect: StackEffect
  readonly jumpEffect: StackEffect
}

/** A table with an index by name. */
export interface Opcodes {
  readonly table: OpcodeTable
  readonly byName: ReadonlyMap<string, OpcodeInfo>
}

/** The effect for one argument. */
export function effectOf(effect: StackEffect, oparg: number): number {
  if (typeof effect === 'number') return effect
  if ('per' in effect) return effect.base + effect.per * oparg
  let sum = effect.base
  for (let bit = 0; bit < effect.bits.length; bit++) if ((oparg >> bit) & 1) sum += effect.bits[bit]
  return sum
}

/** How many EXTENDED_ARGs stand before an instruction with that argument. */
export function extendedArgs(oparg: number): number {
  return oparg < 0x100 ? 0 : oparg < 0x1_0000 ? 1 : oparg < 0x100_0000 ? 2 : 3
}

/** Index the table by name. */
export function indexOpcodes(table: OpcodeTable): Opcodes {
  const byName = new Map<string, OpcodeInfo>()
  for (const [name, opcode, caches, kinds, effect, jumpEffect] of table.rows) {
    byName.set(name, {
      name,
      opcode,
      caches,
      kinds,
      hasArg: kinds.includes('a'),
      isJump: kinds.includes('j'),
      hasConst: kinds.includes('c'),
      effect,
      jumpEffect: jumpEffect ?? effect,
    })
  }
  return { table, byName }
}
