// What constant expressions come to (CPython: ast_opt.c's safe_* and fold_*, flowgraph.c's eval_const_*).
// `null`: not folded, because it would raise, is too large to keep, or is not folded on purpose.

import type { operator, unaryop } from '../../parser/ast.ts'
import type { Constant } from '../code.ts'
import { FALSE, strConstant, TRUE, tupleConstant } from '../constants.ts'
import { asInt, bitLength, float, int, numberBinop } from './numbers.ts'

const MAX_INT_SIZE = 128
const MAX_COLLECTION_SIZE = 256
const MAX_STR_SIZE = 4096
const MAX_TOTAL_ITEMS = 1024

export interface FoldingRules {
  /** Real operands of complex arithmetic stay real (3.14+). */
  readonly mixedComplex: boolean
  /** `~True` is folded (before 3.14). */
  readonly invertBool: boolean
}

/** PyObject_IsTrue. */
export function isTrue(value: Constant): boolean {
  switch (value.kind) {
    case 'None':
      return false
    case 'bool':
      return value.value
    case 'int':
      return value.value !== 0n
    case 'float':
      return value.value !== 0
    case 'complex':
      return value.real !== 0 || value.imag !== 0
    case 'str':
    case 'bytes':
      return value.value.length > 0
    case 'tuple':
    case 'frozenset':
      return value.items.length > 0
    default:
      return true
  }
}

/** The value of `left op right`. */
export function foldBinop(op: operator, left: Constant, right: Constant, rules: FoldingRules): Constant | null {
  switch (op) {
    case 'Mult':
      if (!isSafeMultiply(left, right)) return null
      break
    case 'Pow':
      if (!isSafePower(left, right)) return null
      break
    case 'LShift':
      if (!isSafeShift(left, right)) return null
      break
    case 'Mod':
      if (left.kind === 'str' || left.kind === 'bytes') return null
      break
    case 'MatMult':
      return null
  }
  if (op === 'Add') {
    if (left.kind === 'str' && right.kind === 'str') return strConstant(left.value + right.value)
    if (left.kind === 'bytes' && right.kind === 'bytes') {
      return { kind: 'bytes', value: Uint8Array.from([...left.value, ...right.value]), literal: false }
    }
    if (left.kind === 'tuple' && right.kind === 'tuple') return tupleConstant([...left.items, ...right.items])
  }
  if (op === 'Mult') {
    const times = asInt(left)
    if (times !== null && isSequence(right)) return repeat(right, Number(times))
    const timesRight = asInt(right)
    if (timesRight !== null && isSequence(left)) return repeat(left, Number(timesRight))
  }
  return numberBinop(op, left, right, rules.mixedComplex)
}

type Sequence = Extract<Constant, { kind: 'str' | 'bytes' | 'tuple' }>

function isSequence(value: Constant): value is Sequence {
  return value.kind === 'str' || value.kind === 'bytes' || value.kind === 'tuple'
}

function sizeOf(value: Sequence): number {
  return value.kind === 'tuple'
    ? value.items.length
    : value.kind === 'str'
      ? [...value.value].length
      : value.value.length
}

function repeat(value: Sequence, times: number): Constant {
  const n = Math.max(0, times)
  if (value.kind === 'str') return strConstant(value.value.repeat(n))
  if (value.kind === 'tuple') return tupleConstant(Array.from({ length: n }, () => value.items).flat())
  const bytes = Array.from({ length: n }, () => [...value.value]).flat()
  return { kind: 'bytes', value: Uint8Array.from(bytes), literal: false }
}

/** How much of `limit` is left after counting every item, nested ones too. */
function remainingItems(value: Constant, limit: number): number {
  if (value.kind !== 'tuple') return limit
  limit -= value.items.length
  for (const item of value.items) {
    if (limit < 0) break
    limit = remainingItems(item, limit)
  }
  return limit
}

function isSafeMultiply(left: Constant, right: Constant): boolean {
  const a = asInt(left)
  const b = asInt(right)
  if (a !== null && b !== null) return a === 0n || b === 0n || bitLength(a) + bitLength(b) <= MAX_INT_SIZE
  if (a !== null && isSequence(right)) {
    const size = sizeOf(right)
    if (!size) return true
    const most = right.kind === 'tuple' ? MAX_COLLECTION_SIZE : MAX_STR_SIZE
    if (a < 0n || a > BigInt(Math.floor(most / size))) return false
    return right.kind !== 'tuple' || a === 0n || remainingItems(right, Math.floor(MAX_TOTAL_ITEMS / Number(a))) >= 0
  }
  if (b !== null && isSequence(left)) return isSafeMultiply(right, left)
  return true
}

function isSafePower(left: Constant, right: Constant): boolean {
  const a = asInt(left)
  const b = asInt(right)
  if (a === null || b === null || a === 0n || b <= 0n) return true
  return BigInt(bitLength(a)) <= BigInt(MAX_INT_SIZE) / b
}

function isSafeShift(left: Constant, right: Constant): boolean {
  const a = asInt(left)
  const b = asInt(right)
  if (a === null || b === null || a === 0n || b === 0n) return true
  return b > 0n && b <= BigInt(MAX_INT_SIZE) && bitLength(a) <= MAX_INT_SIZE - Number(b)
}

/** The value of `op operand`. */
export function foldUnaryop(op: unaryop, operand: Constant, rules: FoldingRules): Constant | null {
  if (op === 'Not') return isTrue(operand) ? FALSE : TRUE
  if (op === 'Invert' && operand.kind === 'bool' && !rules.invertBool) return null
  const whole = asInt(operand)
  if (whole !== null) {
    if (op === 'Invert') return int(~whole)
    return int(op === 'USub' ? -whole : whole)
  }
  if (op === 'Invert') return null
  if (operand.kind === 'float') return float(op === 'USub' ? -operand.value : operand.value)
  if (operand.kind === 'complex') {
    const sign = op === 'USub' ? -1 : 1
    return { kind: 'complex', real: sign * operand.real, imag: sign * operand.imag, literal: false }
  }
  return null
}

/** The value of `value[index]`. */
export function foldSubscript(value: Constant, index: Constant): Constant | null {
  if (!isSequence(value)) return null
  const items = value.kind === 'str' ? [...value.value] : value.kind === 'bytes' ? [...value.value] : value.items
  if (index.kind === 'slice') return foldSlice(value, items, index)
  const whole = asInt(index)
  if (whole === null) return null
  const at = whole < 0n ? whole + BigInt(items.length) : whole
  if (at < 0n || at >= BigInt(items.length)) return null
  const item = items[Number(at)]
  if (typeof item === 'string') return strConstant(item)
  return typeof item === 'number' ? int(BigInt(item)) : item
}

function foldSlice(
  value: Sequence,
  items: readonly (string | number | Constant)[],
  slice: Extract<Constant, { kind: 'slice' }>,
): Constant | null {
  const bounds = [slice.start, slice.stop, slice.step].map((it) => (it.kind === 'None' ? null : asInt(it)))
  if ([slice.start, slice.stop, slice.step].some((it, i) => it.kind !== 'None' && bounds[i] === null)) return null
  const step = bounds[2] === null ? 1n : bounds[2]
  if (step === 0n) return null
  const length = BigInt(items.length)
  const clip = (bound: bigint | null, missing: bigint): bigint => {
    if (bound === null) return missing
    const low = step < 0n ? -1n : 0n
    const high = step < 0n ? length - 1n : length
    const at = bound < 0n ? bound + length : bound
    return at < low ? low : at > high ? high : at
  }
  const start = clip(bounds[0], step < 0n ? length - 1n : 0n)
  const stop = clip(bounds[1], step < 0n ? -1n : length)
  const picked: (string | number | Constant)[] = []
  for (let i = start; step > 0n ? i < stop : i > stop; i += step) picked.push(items[Number(i)])
  if (value.kind === 'str') return strConstant(picked.join(''))
  if (value.kind === 'tuple') return tupleConstant(picked as Constant[])
  return { kind: 'bytes', value: Uint8Array.from(picked as number[]), literal: false }
}
