// From blocks to a code object: offsets, jump distances, exception table (CPython: Python/assemble.c; code flags: compute_code_flags).

import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_LOCAL,
  CO_GENERATOR,
  CO_HAS_DOCSTRING,
  CO_METHOD,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type Code,
  type ExceptionTableEntry,
  type Instruction,
} from './code.ts'
import type { Compiler } from './compiler.ts'
import { type Block, blocksOf, type Graph, type Instr } from './flowgraph/blocks.ts'
import { optimize } from './flowgraph/index.ts'
import { localsplusInfo } from './flowgraph/localsplus.ts'
import type { Location } from './location.ts'
import { extendedArgs } from './opcodes/table.ts'
import type { Unit } from './unit.ts'

/** compute_code_flags. */
function codeFlags(c: Compiler, unit: Unit): number {
  const { entry } = unit
  let flags = c.futureFlags
  if (!entry.isFunctionLike()) return flags
  flags |= CO_NEWLOCALS | CO_OPTIMIZED
  if (entry.nested) flags |= CO_NESTED
  if (entry.generator) flags |= entry.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR
  else if (entry.coroutine) flags |= CO_COROUTINE
  if (entry.varargs) flags |= CO_VARARGS
  if (entry.varkeywords) flags |= CO_VARKEYWORDS
  if (c.facts.docstringFlag && entry.hasDocstring) flags |= CO_HAS_DOCSTRING
  if (c.facts.methodFlag && entry.method) flags |= CO_METHOD
  return flags
}

/** Optimise and assemble one unit. */
export function finishUnit(c: Compiler, unit: Unit): Code {
  const flags = codeFlags(c, unit)
  const g = optimize(c, unit, flags)
  const { names, kinds } = localsplusInfo(unit)
  const { instructions, indexOfBlock, handlers } = layOut(g)
  return {
    co_name: unit.name,
    co_qualname: unit.qualname,
    co_filename: c.filename,
    co_firstlineno: unit.firstlineno,
    co_argcount: unit.argcount + unit.posonlyargcount,
    co_posonlyargcount: unit.posonlyargcount,
    co_kwonlyargcount: unit.kwonlyargcount,
    co_flags: flags,
    co_stacksize: Math.max(g.stacksize, c.facts.smallestStack),
    co_consts: g.consts,
    co_names: [...unit.names.keys()],
    co_localsplusnames: names,
    co_localspluskinds: kinds,
    co_nlocals: kinds.filter((kind) => kind & CO_FAST_LOCAL).length,
    instructions,
    co_exceptiontable: exceptionTable(handlers, indexOfBlock),
    wideLines: c.wideLines,
  }
}

interface Layout {
  readonly instructions: Instruction[]
  readonly indexOfBlock: Map<Block, number>
  /** The handler of each instruction. */
  readonly handlers: (Block | null)[]
}

function layOut(g: Graph): Layout {
  const flat: Instr[] = []
  const indexOfBlock = new Map<Block, number>()
  for (const b of blocksOf(g)) {
    indexOfBlock.set(b, flat.length)
    flat.push(...b.instrs)
  }
  const infos = flat.map((instr) => {
    const info = g.opcodes.byName.get(instr.op)
    if (!info) throw new Error(`no opcode ${instr.op}`)
    return info
  })
  // Distances need sizes and sizes need distances: repeat until no EXTENDED_ARG is added.
  const toEndSend = SEND_TO_END_SEND.reduce((sum, op) => sum + 1 + (g.opcodes.byName.get(op)?.caches ?? 0), 0)
  const starts: number[] = new Array(flat.length + 1).fill(0)
  let changed = true
  while (changed) {
    changed = false
    let at = 0
    flat.forEach((instr, i) => {
      starts[i] = at
      at += extendedArgs(instr.arg) + 1 + infos[i].caches
    })
    starts[flat.length] = at
    flat.forEach((instr, i) => {
      if (!instr.target) return
      const there = starts[indexOfBlock.get(instr.target) as number]
      const here = starts[i + 1]
      let arg = Math.abs(there - here)
      // It names the END_SEND of its loop, which stands four instructions after the SEND it jumps to on paper.
      if (instr.op === 'END_ASYNC_FOR') arg -= toEndSend
      if (extendedArgs(arg) !== extendedArgs(instr.arg)) changed = true
      instr.arg = arg
    })
  }
  const instructions = flat.map((instr, i): Instruction => {
    let target = instr.target ? (indexOfBlock.get(instr.target) as number) : -1
    if (instr.op === 'END_ASYNC_FOR' && instr.target) target += SEND_TO_END_SEND.length
    return {
      opcode: infos[i].opcode,
      opname: instr.op,
      oparg: infos[i].hasArg ? instr.arg : 0,
      offset: (starts[i] + extendedArgs(instr.arg)) * 2,
      target,
      ...positionOf(flat, i),
    }
  })
  return { instructions, indexOfBlock, handlers: flat.map((instr) => instr.except) }
}

const SEND_TO_END_SEND = ['SEND', 'YIELD_VALUE', 'RESUME', 'JUMP_BACKWARD_NO_INTERRUPT']

function positionOf(flat: readonly Instr[], i: number) {
  let loc: Location = flat[i].loc
  // NEXT_LOCATION: that of the instruction after this one.
  for (let at = i + 1; loc.lineno === -2 && at < flat.length; at++) loc = flat[at].loc
  const known = (value: number) => (value < 0 ? null : value)
  if (loc.lineno < 0) return { lineno: null, end_lineno: null, col: null, end_col: null }
  return { lineno: loc.lineno, end_lineno: known(loc.end_lineno), col: known(loc.col), end_col: known(loc.end_col) }
}

function exceptionTable(handlers: readonly (Block | null)[], indexOfBlock: Map<Block, number>): ExceptionTableEntry[] {
  const table: ExceptionTableEntry[] = []
  let start = 0
  for (let i = 1; i <= handlers.length; i++) {
    if (i < handlers.length && handlers[i] === handlers[start]) continue
    const handler = handlers[start]
    if (handler) {
      const lasti = handler.preserveLasti
      const depth = handler.startdepth - (lasti ? 2 : 1)
      table.push({ start, end: i, target: indexOfBlock.get(handler) as number, depth, lasti })
    }
    start = i
  }
  return table
}
