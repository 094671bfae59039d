// The disassembly a learner sees (CPython: Lib/dis.py).

import type { Code, Instruction } from './code.ts'
import { constantRepr } from './constantrepr.ts'
import { findOpcodes } from './opcodes/index.ts'
import type { Opcodes } from './opcodes/table.ts'

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

const CONVERSIONS = ['', 'str', 'repr', 'ascii']
const FUNCTION_ATTRIBUTES = ['defaults', 'kwdefaults', 'annotations', 'closure', 'annotate']

/** What the argument means; jumps show the offset they go to (3.13's dis shows labels). */
function argrepr(code: Code, it: Instruction, opcodes: Opcodes): string {
  const { opname, oparg } = it
  const { table } = opcodes
  const has = (name: string) => opcodes.byName.has(name)
  if (it.target >= 0) return `to ${startOf(code.instructions[it.target])}`
  switch (opname) {
    case 'KW_NAMES':
      return has('CALL_INTRINSIC_1') ? constantRepr(code.co_consts[oparg]) : ''
    case 'LOAD_CONST':
    case 'RETURN_CONST':
      return constantRepr(code.co_consts[oparg])
    case 'LOAD_GLOBAL':
      return withNull(opcodes, code.co_names[oparg >> 1], oparg, 'NULL')
    case 'LOAD_ATTR':
      if (has('LOAD_METHOD')) return code.co_names[oparg]
      return withNull(opcodes, code.co_names[oparg >> 1], oparg, 'NULL|self')
    case 'LOAD_SUPER_ATTR':
      return withNull(opcodes, code.co_names[oparg >> 2], oparg, 'NULL|self')
    case 'IMPORT_NAME':
      return importedName(code, oparg, opcodes)
    case 'COMPARE_OP':
      return compareOp(oparg, opcodes)
    case 'IS_OP':
      return has('NOT_TAKEN') ? ['is', 'is not'][oparg] : ''
    case 'CONTAINS_OP':
      return has('NOT_TAKEN') ? ['in', 'not in'][oparg] : ''
    case 'BINARY_OP':
      return table.nbSymbols[oparg]
    case 'MAKE_FUNCTION':
    case 'SET_FUNCTION_ATTRIBUTE':
      return FUNCTION_ATTRIBUTES.filter((_, bit) => (oparg >> bit) & 1).join(', ')
    case 'FORMAT_VALUE':
      return [CONVERSIONS[oparg & 3], oparg & 4 ? 'with format' : ''].filter((part) => part).join(', ')
    case 'CONVERT_VALUE':
      return CONVERSIONS[oparg]
    case 'CALL_INTRINSIC_1':
      return table.intrinsic1[oparg]
    case 'CALL_INTRINSIC_2':
      return table.intrinsic2[oparg]
    case 'LOAD_COMMON_CONSTANT':
      return commonConstant(table.commonConstants[oparg])
    case 'LOAD_SPECIAL':
      return table.specialMethods[oparg]
  }
  return nameRepr(code, opname, oparg)
}

function nameRepr(code: Code, opname: string, oparg: number): string {
  const local = (index: number) => code.co_localsplusnames[index] ?? ''
  if (/^(LOAD|STORE)_FAST_.*(LOAD|STORE)_FAST/.test(opname)) return `${local(oparg >> 4)}, ${local(oparg & 15)}`
  if (/_(FAST|FAST_CHECK|FAST_BORROW|FAST_AND_CLEAR|DEREF|CLASSDEREF|CLOSURE|CELL)$/.test(opname)) return local(oparg)
  if (/_(NAME|GLOBAL|GLOBALS|ATTR|METHOD|FROM)$/.test(opname)) return code.co_names[oparg] ?? ''
  return ''
}

/** Where a jump arrives: at the first EXTENDED_ARG of the instruction. */
function startOf(it: Instruction): number {
  const prefixes = it.oparg < 0x100 ? 0 : it.oparg < 0x1_0000 ? 1 : it.oparg < 0x100_0000 ? 2 : 3
  return it.offset - 2 * prefixes
}

/** The NULL lies under the callable up to 3.12 and on top of it since 3.13: that is how it is written. */
function withNull(opcodes: Opcodes, name: string, oparg: number, what: string): string {
  if (!(oparg & 1)) return name
  return opcodes.byName.has('KW_NAMES') ? `${what} + ${name}` : `${name} + ${what}`
}

function compareOp(oparg: number, opcodes: Opcodes): string {
  const { cmpOps } = opcodes.table
  if (!opcodes.byName.has('CALL_INTRINSIC_1')) return cmpOps[oparg]
  if (!opcodes.byName.has('TO_BOOL')) return cmpOps[oparg >> 4]
  const op = cmpOps[oparg >> 5]
  return oparg & 16 ? `bool(${op})` : op
}

/** Since 3.15 the low bits of IMPORT_NAME say whether the import is, or must not be, lazy. */
function importedName(code: Code, oparg: number, opcodes: Opcodes): string {
  if (!opcodes.byName.get('GET_ITER')?.hasArg) return code.co_names[oparg]
  return `${code.co_names[oparg >> 2]}${['', ' + lazy', ' + eager'][oparg & 3]}`
}

function commonConstant(name: string): string {
  return name === 'all' || name === 'any' ? `<built-in function ${name}>` : name
}
