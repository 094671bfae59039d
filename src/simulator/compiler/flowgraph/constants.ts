// Constants of the graph: loading, adding, removing (CPython: get_const_loading_instrs, add_const, remove_unused_consts).

import type { Constant } from '../code.ts'
import { FALSE, intConstant, NONE, strConstant, TRUE } from '../constants.ts'
import { NO_LOCATION } from '../location.ts'
import { type Block, blocksOf, type Graph, type Instr, makeNop } from './blocks.ts'

/** The constant an instruction loads, or null if it does something else. */
export function loadedConstant(g: Graph, instr: { readonly op: string; readonly arg: number }): Constant | null {
  switch (instr.op) {
    case 'LOAD_CONST':
      return g.consts[instr.arg]
    case 'LOAD_SMALL_INT':
      return intConstant(instr.arg)
    case 'LOAD_COMMON_CONSTANT':
      return COMMON[g.opcodes.table.commonConstants[instr.arg]] ?? null
  }
  return null
}

/** The constants among what LOAD_COMMON_CONSTANT loads (3.15), by how they are written. */
const COMMON: Record<string, Constant | undefined> = {
  None: NONE,
  True: TRUE,
  False: FALSE,
  "''": strConstant(''),
  '-1': intConstant(-1),
}

function commonName(constant: Constant): string | null {
  if (constant.kind === 'None') return 'None'
  if (constant.kind === 'bool') return constant.value ? 'True' : 'False'
  if (constant.kind === 'str' && constant.value === '') return "''"
  return constant.kind === 'int' && constant.value === -1n ? '-1' : null
}

/** add_const: the index of a constant that a pass has made. */
export function addConst(g: Graph, constant: Constant): number {
  const merged = g.constants.merge(constant)
  const index = g.consts.indexOf(merged)
  if (index >= 0) return index
  g.consts.push(merged)
  return g.consts.length - 1
}

/** The `size` instructions before `start` that load constants, NOPs skipped; null if there are others between. */
export function constLoadsBefore(g: Graph, block: Block, start: number, size: number): Instr[] | null {
  const found: Instr[] = []
  for (let i = start; i >= 0 && found.length < size; i--) {
    const instr = block.instrs[i]
    if (instr.op === 'NOP') continue
    if (!loadedConstant(g, instr)) return null
    found.unshift(instr)
  }
  return found.length === size ? found : null
}

export function nopOut(instrs: readonly Instr[]): void {
  for (const instr of instrs) {
    makeNop(instr)
    instr.loc = NO_LOCATION
  }
}

/** maybe_instr_make_load_smallint and its like: constants that need no place in co_consts (3.14+). */
export function makeImmediateLoad(g: Graph, instr: Instr, constant: Constant): boolean {
  if (!g.opcodes.byName.has('LOAD_SMALL_INT')) return false
  if (constant.kind === 'int' && constant.value >= 0n && constant.value <= 255n) {
    instr.op = 'LOAD_SMALL_INT'
    instr.arg = Number(constant.value)
    return true
  }
  const name = commonName(constant)
  const index = name === null ? -1 : g.opcodes.table.commonConstants.indexOf(name)
  if (index < 0) return false
  instr.op = 'LOAD_COMMON_CONSTANT'
  instr.arg = index
  return true
}

export function makeLoadConst(g: Graph, instr: Instr, constant: Constant): void {
  if (makeImmediateLoad(g, instr, constant)) return
  instr.op = 'LOAD_CONST'
  instr.arg = addConst(g, constant)
}

/** Drop constants that nothing loads; the first one always stays, for it may be a docstring. */
export function removeUnusedConsts(g: Graph): void {
  if (!g.consts.length) return
  const used = g.consts.map((_, i) => i === 0)
  const loads: Instr[] = []
  for (const b of blocksOf(g)) {
    for (const instr of b.instrs) {
      if (g.opcodes.byName.get(instr.op)?.hasConst) {
        used[instr.arg] = true
        loads.push(instr)
      }
    }
  }
  const moved: number[] = []
  let count = 0
  for (let i = 0; i < used.length; i++) moved[i] = used[i] ? count++ : -1
  for (const instr of loads) instr.arg = moved[instr.arg]
  g.consts = g.consts.filter((_, i) => used[i])
}

/** 3.11: only unused constants at the end go. */
export function trimUnusedConsts(g: Graph): void {
  let highest = 0
  for (const b of blocksOf(g)) {
    for (const instr of b.instrs) {
      if (instr.op === 'LOAD_CONST' || instr.op === 'KW_NAMES') highest = Math.max(highest, instr.arg)
    }
  }
  g.consts = g.consts.slice(0, highest + 1)
}
