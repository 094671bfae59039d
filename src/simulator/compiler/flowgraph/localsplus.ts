// The frame's slots: locals, cells, free variables; and what a function does before its first line
// (CPython: prepare_localsplus, insert_prefix_instructions, fix_cell_offsets, compute_localsplus_info).

import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_FAST_LOCAL } from '../code.ts'
import { type Location, NO_LOCATION } from '../location.ts'
import type { Unit } from '../unit.ts'
import { blocksOf, type Graph, type Instr, insertInstrs, newInstr } from './blocks.ts'

const CO_ANY_GENERATOR = 0x20 | 0x80 | 0x200

const DEREFS = new Set([
  'MAKE_CELL',
  'LOAD_CLOSURE',
  'LOAD_DEREF',
  'STORE_DEREF',
  'DELETE_DEREF',
  'LOAD_CLASSDEREF',
  'LOAD_FROM_DICT_OR_DEREF',
])

/** Slot of every cell and free variable; a cell that is also a parameter or local keeps the local's slot. */
function slotsOf(unit: Unit): { slots: number[]; dropped: number } {
  const nlocals = unit.varnames.size
  const names = [...unit.cellvars.keys(), ...unit.freevars.keys()]
  let dropped = 0
  const slots = names.map((name, i) => {
    const local = i < unit.cellvars.size ? unit.varnames.get(name) : undefined
    if (local === undefined) return nlocals + i - dropped
    dropped++
    return local
  })
  return { slots, dropped }
}

export function prepareLocalsplus(g: Graph): void {
  const { unit } = g
  const { slots } = slotsOf(unit)
  for (const b of blocksOf(g)) for (const instr of b.instrs) if (DEREFS.has(instr.op)) instr.arg = slots[instr.arg]
  insertInstrs(g.entry, 0, prefix(g, slots.slice(0, unit.cellvars.size)))
}

function prefix(g: Graph, cellSlots: readonly number[]): Instr[] {
  const { unit, flags } = g
  const instrs: Instr[] = []
  if (unit.freevars.size) instrs.push(newInstr('COPY_FREE_VARS', unit.freevars.size, NO_LOCATION))
  for (const slot of [...cellSlots].sort((a, b) => a - b)) instrs.push(newInstr('MAKE_CELL', slot, NO_LOCATION))
  if (flags & CO_ANY_GENERATOR && !unit.ownGeneratorPrefix) {
    const line = unit.firstlineno
    const loc: Location = { lineno: line, end_lineno: line, col: -1, end_col: -1 }
    instrs.push(newInstr('RETURN_GENERATOR', 0, loc))
    instrs.push(newInstr('POP_TOP', 0, g.facts.generatorPopAt === 'first-line' ? loc : NO_LOCATION))
  }
  return instrs
}

/** co_localsplusnames and co_localspluskinds. */
export function localsplusInfo(unit: Unit): { names: string[]; kinds: number[] } {
  const names: string[] = []
  const kinds: number[] = []
  for (const [name, index] of unit.varnames) {
    let kind = CO_FAST_LOCAL
    if (unit.fastHidden.has(name)) kind |= CO_FAST_HIDDEN
    if (unit.cellvars.has(name)) kind |= CO_FAST_CELL
    names[index] = name
    kinds[index] = kind
  }
  const { slots } = slotsOf(unit)
  const others = [...unit.cellvars.keys(), ...unit.freevars.keys()]
  others.forEach((name, i) => {
    const isCell = i < unit.cellvars.size
    if (isCell && unit.varnames.has(name)) return
    names[slots[i]] = name
    kinds[slots[i]] = isCell ? CO_FAST_CELL : CO_FAST_FREE
  })
  return { names, kinds }
}
