// Objects/longobject.c, text: int to decimal and back, with the limit of 4300 digits.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Format } from './errors.ts'
import { chargeWork, digitCount, newInt, newIntFromBigInt, PyLong_AsBigInt, safeValue } from './longintrepr.ts'
import { PyObject_Repr } from './object.ts'
import { asciiDigitsAndSpaces } from './unicodectype.ts'
import { newOwnStr, newStr, textOf } from './unicodestorage.ts'

/** _PY_LONG_DEFAULT_MAX_STR_DIGITS. */
export const MAX_STR_DIGITS = 4300

/** Decimal text of an int; `null` with ValueError past the limit. */
export function longToDecimal(ts: ThreadState, o: Borrowed): string | null {
  const x = safeValue(ts, o)
  if (!Number.isNaN(x)) return String(x)
  const n = digitCount(ts, o)
  // 3.3 bits a figure: past this the text is surely too long, and making it would take its time.
  if (n < 10000) {
    const text = PyLong_AsBigInt(ts, o).toString()
    if (text.length - (text[0] === '-' ? 1 : 0) <= MAX_STR_DIGITS) return text
  }
  PyErr_Format(
    ts,
    ts.exc.ValueError,
    `Exceeds the limit (${MAX_STR_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  )
  return null
}

/** repr and str of int. */
export function long_repr(ts: ThreadState, o: Borrowed): Owned {
  const text = longToDecimal(ts, o)
  return text === null ? 0 : newOwnStr(ts, text)
}

/** _PyLong_FormatWriter: the digits of an int as a formatted str, which is the cached one where there is one digit. */
export function _PyLong_FormatWriter(ts: ThreadState, o: Borrowed): Owned {
  const text = longToDecimal(ts, o)
  return text === null ? 0 : newStr(ts, text)
}

/** The int a str stands for (PyLong_FromUnicodeObject). `base` is 0 or 2 to 36. */
export function PyLong_FromUnicodeObject(ts: ThreadState, o: Borrowed, base: number): Owned {
  return longFromText(ts, asciiDigitsAndSpaces(textOf(ts, o)), base, o)
}

/**
 * The int a text stands for.
 * @param source what the error message shows the repr of
 */
export function longFromText(ts: ThreadState, text: string, base: number, source: Borrowed): Owned {
  const value = parseInteger(ts, text, base)
  if (typeof value === 'bigint') return newIntFromBigInt(ts, value)
  if (typeof value === 'number') return newInt(ts, value)
  if (value === 'limit') return 0
  const repr = PyObject_Repr(ts, source)
  if (repr === 0) return 0
  const shown = textOf(ts, repr).slice(0, 200)
  PyErr_Format(ts, ts.exc.ValueError, `invalid literal for int() with base ${base}: ${shown}`)
  DECREF(ts, repr)
  return 0
}

const PREFIXES: Record<string, number> = { x: 16, o: 8, b: 2 }

function parseInteger(ts: ThreadState, text: string, givenBase: number): number | bigint | 'invalid' | 'limit' {
  const match = /^[\t-\r ]*([+-]?)([0-9A-Za-z_]+)[\t-\r ]*$/.exec(text)
  if (!match) return 'invalid'
  let digits = match[2]
  let base = givenBase
  let prefixed = false
  if (digits[0] === '0' && digits.length > 1) {
    const prefix = PREFIXES[digits[1].toLowerCase()]
    if (prefix !== undefined && (base === 0 || base === prefix)) {
      base = prefix
      digits = digits.slice(2)
      prefixed = true
    }
  }
  if (base === 0) {
    // "Old" octals such as 010 are refused; 000 is zero.
    if (digits[0] === '0' && /[^0_]/.test(digits)) return 'invalid'
    base = 10
  }
  if (digits.startsWith('_') && prefixed) digits = digits.slice(1)
  if (digits === '' || /^_|__|_$/.test(digits)) return 'invalid'
  digits = digits.replaceAll('_', '').toLowerCase()
  const highest = base <= 10 ? String.fromCharCode(47 + base) : String.fromCharCode(86 + base)
  for (const digit of digits) if (digit > highest || (base <= 10 && digit > '9')) return 'invalid'
  if ((base & (base - 1)) !== 0 && digits.length > MAX_STR_DIGITS) {
    PyErr_Format(
      ts,
      ts.exc.ValueError,
      `Exceeds the limit (${MAX_STR_DIGITS} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    )
    return 'limit'
  }
  chargeWork(ts, digits.length >>> 3)
  const negative = match[1] === '-'
  const small = Number.parseInt(digits, base)
  if (small <= Number.MAX_SAFE_INTEGER) return negative ? -small : small
  const value = bigFromDigits(digits, base)
  return negative ? -value : value
}

function bigFromDigits(digits: string, base: number): bigint {
  if (base === 10) return BigInt(digits)
  if (base === 16) return BigInt(`0x${digits}`)
  if (base === 8) return BigInt(`0o${digits}`)
  if (base === 2) return BigInt(`0b${digits}`)
  let value = 0n
  const step = 9
  for (let i = 0; i < digits.length; i += step) {
    const part = digits.slice(i, i + step)
    value = value * BigInt(base) ** BigInt(part.length) + BigInt(Number.parseInt(part, base))
  }
  return value
}
