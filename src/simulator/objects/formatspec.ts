// Python/formatter_unicode.c, the first half: the format specification mini-language, read and checked.

import type { ThreadState } from '../heap/pystate.ts'
import { PyErr_Format } from './errors.ts'

/** A format specification as read; -1 stands for "not given". */
export interface FormatSpec {
  readonly fill: string
  readonly align: string
  readonly alternate: boolean
  readonly zeroPositive: boolean
  /** '', ' ', '+' or '-'. */
  readonly sign: string
  readonly width: number
  readonly precision: number
  /** '', ',' or '_': between groups of digits. */
  readonly thousands: string
  /** The same for the digits of the fraction. */
  readonly fractionThousands: string
  /** The conversion, or the default. */
  readonly type: string
}

/** Reads a specification; `null` with ValueError. `typeName` is what messages call the object. */
export function parseFormatSpec(
  ts: ThreadState,
  text: string,
  typeName: string,
  defaultType: string,
  defaultAlign: string,
): FormatSpec | null {
  const chars = [...text]
  const bad = (message: string) => {
    PyErr_Format(ts, ts.exc.ValueError, message)
    return null
  }
  let pos = 0
  let fill = ' '
  let align = defaultAlign
  let fillGiven = false
  let alignGiven = false
  if (chars.length >= 2 && isAlign(chars[1])) {
    fill = chars[0]
    align = chars[1]
    fillGiven = true
    alignGiven = true
    pos = 2
  } else if (chars.length >= 1 && isAlign(chars[0])) {
    align = chars[0]
    alignGiven = true
    pos = 1
  }
  let sign = ''
  if (chars[pos] === ' ' || chars[pos] === '+' || chars[pos] === '-') sign = chars[pos++]
  const zeroPositive = chars[pos] === 'z'
  if (zeroPositive) pos++
  const alternate = chars[pos] === '#'
  if (alternate) pos++
  if (!fillGiven && chars[pos] === '0') {
    fill = '0'
    if (!alignGiven && defaultAlign === '>') align = '='
    pos++
  }
  const number = () => {
    const start = pos
    while (chars[pos] >= '0' && chars[pos] <= '9') pos++
    return pos === start ? -1 : Number(chars.slice(start, pos).join(''))
  }
  const width = number()
  if (width > Number.MAX_SAFE_INTEGER) return bad('Too many decimal digits in format string')
  let thousands = ''
  if (chars[pos] === ',') thousands = chars[pos++]
  if (chars[pos] === '_') {
    if (thousands !== '') return bad("Cannot specify both ',' and '_'.")
    thousands = chars[pos++]
  }
  if (chars[pos] === ',' && thousands === '_') return bad("Cannot specify both ',' and '_'.")
  let precision = -1
  let fractionThousands = ''
  if (chars[pos] === '.') {
    pos++
    precision = number()
    if (precision > Number.MAX_SAFE_INTEGER) return bad('Too many decimal digits in format string')
    if (ts.profile.text.fractionGrouping) {
      if (chars[pos] === ',') fractionThousands = chars[pos++]
      if (chars[pos] === '_') {
        if (fractionThousands !== '') return bad("Cannot specify both ',' and '_'.")
        fractionThousands = chars[pos++]
      }
      if (chars[pos] === ',' && fractionThousands === '_') return bad("Cannot specify both ',' and '_'.")
    }
    if (precision < 0 && fractionThousands === '') return bad('Format specifier missing precision')
  }
  if (chars.length - pos > 1) return bad(`Invalid format specifier '${text}' for object of type '${typeName}'`)
  const type = pos < chars.length ? chars[pos] : defaultType
  if (thousands !== '' && !mayGroup(type, thousands))
    return bad(`Cannot specify '${thousands}' with ${shownType(type)}.`)
  if (fractionThousands !== '' && !mayGroup(type, fractionThousands))
    return bad(`Cannot specify '${fractionThousands}' with ${shownType(type)}.`)
  return { fill, align, alternate, zeroPositive, sign, width, precision, thousands, fractionThousands, type }
}

/** ValueError for a conversion the type does not have. */
export function unknownType(ts: ThreadState, type: string, typeName: string): null {
  PyErr_Format(ts, ts.exc.ValueError, `Unknown format code ${shownType(type)} for object of type '${typeName}'`)
  return null
}

function isAlign(c: string): boolean {
  return c === '<' || c === '>' || c === '=' || c === '^'
}

function mayGroup(type: string, separator: string): boolean {
  return type === '' || 'defgEG%F'.includes(type) || (separator === '_' && 'boxX'.includes(type))
}

function shownType(type: string): string {
  const code = type.codePointAt(0) ?? 0
  return code > 32 && code < 128 ? `'${type}'` : `'\\x${code.toString(16)}'`
}
