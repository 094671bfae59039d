// A code object's instructions, positions and exception table as the bytes CPython keeps them in (Python/assemble.c,
// Objects/locations.md, Objects/exception_handling_notes.txt), and what its attributes tell of them (Objects/codeobject.c).

import { utf8Length } from '../parser/unicode.ts'
import type { Code, Instruction, Position } from './code.ts'
import { startOf } from './dis.ts'
import { extendedArgs, type Opcodes } from './opcodes/table.ts'

const cachesOf = (it: Instruction, opcodes: Opcodes) => opcodes.byName.get(it.opname)?.caches ?? 0

/** Code units of an instruction, with what stands before and behind it. */
function unitsOf(it: Instruction, opcodes: Opcodes): number {
  return extendedArgs(it.oparg) + 1 + cachesOf(it, opcodes)
}

/** `co_code`: two bytes for each unit, inline caches empty. */
export function co_code(code: Code, opcodes: Opcodes): number[] {
  const extended = opcodes.byName.get('EXTENDED_ARG')?.opcode ?? 0
  const bytes: number[] = []
  for (const it of code.instructions) {
    for (let n = extendedArgs(it.oparg); n > 0; n--) bytes.push(extended, (it.oparg >>> (8 * n)) & 0xff)
    bytes.push(it.opcode, it.oparg & 0xff)
    for (let n = cachesOf(it, opcodes); n > 0; n--) bytes.push(0, 0)
  }
  return bytes
}

/** `co_exceptiontable`: of each row its start, length, target, and depth with lasti; six bits a byte, the high ones first. */
export function co_exceptiontable(code: Code, opcodes: Opcodes): number[] {
  const { instructions } = code
  const last = instructions[instructions.length - 1]
  const ends = startOf(last) / 2 + unitsOf(last, opcodes)
  const unitAt = (index: number) => (index === instructions.length ? ends : startOf(instructions[index]) / 2)
  const bytes: number[] = []
  for (const { start, end, target, depth, lasti } of code.co_exceptiontable) {
    const from = bytes.length
    for (const value of [unitAt(start), unitAt(end) - unitAt(start), unitAt(target), (depth << 1) | Number(lasti)]) {
      for (let shift = 24; shift > 0; shift -= 6) if (value >> shift) bytes.push(0x40 | ((value >> shift) & 0x3f))
      bytes.push(value & 0x3f)
    }
    bytes[from] |= 0x80
  }
  return bytes
}

/** An instruction's place with columns in bytes of UTF-8. */
function inBytes(code: Code, { lineno, end_lineno, col, end_col }: Position): Position {
  const column = (line: number | null, at: number | null) => {
    const text = line === null ? undefined : code.wideLines[line]
    return at === null || text === undefined ? at : utf8Length(text.slice(0, at))
  }
  return { lineno, end_lineno: end_lineno ?? lineno, col: column(lineno, col), end_col: column(end_lineno, end_col) }
}

/** `co_positions()`: one for each code unit. */
export function co_positions(code: Code, opcodes: Opcodes): Position[] {
  return code.instructions.flatMap((it) => {
    const place = inBytes(code, it)
    return Array.from({ length: unitsOf(it, opcodes) }, () => place)
  })
}

/** What an entry of the line table is for: a place and how many code units have it. */
interface Span {
  readonly place: Position
  units: number
}

function same(a: Position, b: Position): boolean {
  return a.lineno === b.lineno && a.end_lineno === b.end_lineno && a.col === b.col && a.end_col === b.end_col
}

/** Instructions of the same place in one span, where the version merges them. */
function spans(code: Code, opcodes: Opcodes, merged: boolean): Span[] {
  const found: Span[] = []
  for (const it of code.instructions) {
    const place = inBytes(code, it)
    const units = unitsOf(it, opcodes)
    const above = found.at(-1)
    if (merged && above && same(above.place, place)) above.units += units
    else found.push({ place, units })
  }
  return found
}

/** `co_lines()`: first offset, offset behind the last, line (`null` for none). `merged`: see `co_linetable`. */
export function co_lines(
  code: Code,
  opcodes: Opcodes,
  merged: boolean,
): [start: number, end: number, line: number | null][] {
  const found: [number, number, number | null][] = []
  let at = 0
  for (const { place, units } of spans(code, opcodes, merged)) {
    const above = found.at(-1)
    const end = at + 2 * units
    if (merged && above?.[2] === place.lineno) above[1] = end
    else if (merged) found.push([at, end, place.lineno])
    else
      for (let start = at; start < end; start += LONGEST)
        found.push([start, Math.min(end, start + LONGEST), place.lineno])
    at = end
  }
  return found
}

/** Bytes of code that one entry of the line table can be for. */
const LONGEST = 16

/** `co_linetable`. `merged`: neighbours of the same place share an entry (3.12+). */
export function co_linetable(code: Code, opcodes: Opcodes, merged: boolean): number[] {
  const bytes: number[] = []
  let line = code.co_firstlineno
  for (const { place, units } of spans(code, opcodes, merged)) {
    for (let left = units; left > 0; left -= 8) {
      writeEntry(bytes, place, line, Math.min(left, 8))
      line = place.lineno ?? line
    }
  }
  return bytes
}

/** Six bits a byte, the low ones first. */
function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 64; rest >>= 6) bytes.push(0x40 | (rest & 0x3f))
  return [...bytes, rest]
}

const signedVarint = (value: number) => varint(value < 0 ? (-value << 1) | 1 : value << 1)

const NO_COLUMNS = 13
const LONG = 14
const NO_PLACE = 15

function writeEntry(bytes: number[], place: Position, lineAbove: number, units: number): void {
  const { lineno, end_lineno, col, end_col } = place
  const entry = (form: number, ...rest: number[]) => bytes.push(0x80 | (form << 3) | (units - 1), ...rest)
  if (lineno === null) return void entry(NO_PLACE)
  const delta = lineno - lineAbove
  if (end_lineno === lineno) {
    if (col === null || end_col === null) return void entry(NO_COLUMNS, ...signedVarint(delta))
    const width = end_col - col
    if (delta === 0 && col < 80 && width >= 0 && width < 16) return void entry(col >> 3, ((col & 7) << 4) | width)
    if (delta >= 0 && delta < 3 && col < 128 && end_col < 128) return void entry(10 + delta, col, end_col)
  }
  const columns = [...varint((col ?? -1) + 1), ...varint((end_col ?? -1) + 1)]
  entry(LONG, ...signedVarint(delta), ...varint((end_lineno ?? lineno) - lineno), ...columns)
}
