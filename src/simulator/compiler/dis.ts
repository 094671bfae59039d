// The disassembly a learner sees (CPython: Lib/dis.py).

import type { Code, Instruction } from './code.ts'
import { constantRepr } from './constantrepr.ts'
import { findOpcodes } from './opcodes/index.ts'
import { meaningOf } from './opcodes/meaning.ts'
import { extendedArgs, type Opcodes } from './opcodes/table.ts'

/** One row of the listing. */
export interface DisRow {
  /** Index in `code.instructions`. */
  readonly index: number
  readonly offset: number
  /** The line, where it differs from the row above. */
  readonly line: number | null
  /** Whether a jump or a handler leads here. */
  readonly isTarget: boolean
  readonly opname: string
  /** `null` where the instruction has no argument. */
  readonly arg: number | null
  /** What the argument means, as `dis` writes it; empty if it means nothing. */
  readonly argrepr: string
}

/** The rows of one code object; nested ones are in its constants. `table`: the name of the opcode table it was made for. */
export function disRows(code: Code, table: Parameters<typeof findOpcodes>[0]): DisRow[] {
  const opcodes = findOpcodes(table)
  const targets = new Set<number>(code.co_exceptiontable.map((it) => it.target))
  for (const it of code.instructions) if (it.target >= 0) targets.add(it.target)
  let lineAbove: number | null = null
  return code.instructions.map((it, index) => {
    const line = it.lineno !== lineAbove ? it.lineno : null
    lineAbove = it.lineno
    const hasArg = opcodes.byName.get(it.opname)?.hasArg ?? false
    return {
      index,
      offset: it.offset,
      line,
      isTarget: targets.has(index),
      opname: it.opname,
      arg: hasArg ? it.oparg : null,
      argrepr: hasArg ? argrepr(code, it, opcodes) : '',
    }
  })
}

/** The listing as text, one string a row. */
export function dis(code: Code, table: Parameters<typeof findOpcodes>[0]): string[] {
  return disRows(code, table).map((row) => {
    const line = row.line === null ? '' : String(row.line)
    const mark = row.isTarget ? '>>' : ''
    const arg = row.arg === null ? '' : String(row.arg)
    const meaning = row.argrepr ? ` (${row.argrepr})` : ''
    return `${line.padStart(4)} ${mark.padStart(2)} ${String(row.offset).padStart(5)} ${row.opname.padEnd(26)} ${arg.padStart(4)}${meaning}`.trimEnd()
  })
}

/** What the argument means; jumps show the offset they go to (3.13's dis shows labels). */
function argrepr(code: Code, it: Instruction, opcodes: Opcodes): string {
  if (it.target >= 0) return `to ${startOf(code.instructions[it.target])}`
  const meaning = meaningOf(it.opname, it.oparg, opcodes)
  switch (meaning.kind) {
    case 'const':
      return constantRepr(code.co_consts[meaning.index])
    case 'name':
      return `${meaning.before}${code.co_names[meaning.index] ?? ''}${meaning.after}`
    case 'locals':
      return meaning.indexes.map((index) => code.co_localsplusnames[index] ?? '').join(', ')
    case 'text':
    case 'conversion':
    case 'common':
      return meaning.text
  }
  return ''
}

/** Where a jump arrives: at the first EXTENDED_ARG of the instruction. */
export function startOf(it: Instruction): number {
  return it.offset - 2 * extendedArgs(it.oparg)
}
