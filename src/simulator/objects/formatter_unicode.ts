// Python/formatter_unicode.c: format(x, spec) for str, int, float and complex.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { floatValue, PyLong_AsDouble } from './floatstorage.ts'
import { type FormatSpec, parseFormatSpec, unknownType } from './formatspec.ts'
import { _PyLong_FormatWriter, longToDecimal } from './longformat.ts'
import { PyLong_AsBigInt, PyLong_AsNumber } from './longintrepr.ts'
import { PyObject_Str, typeName } from './object.ts'
import { PyOS_double_to_string } from './pystrtod.ts'
import { newStr, PyUnicode_GetLength, textOf, unicodeResult } from './unicodestorage.ts'

/** str.__format__. */
export function formatStr(ts: ThreadState, o: Borrowed, specText: string): Owned {
  if (specText === '') return Py_TYPE(ts, o) === ts.types.str ? unicodeResult(ts, o) : PyObject_Str(ts, o)
  const spec = parseFormatSpec(ts, specText, typeName(ts, o), 's', '<')
  if (spec === null) return 0
  if (spec.type !== 's') return orNull(ts, unknownType(ts, spec.type, typeName(ts, o)))
  const refuse = (message: string) => PyErr_Format(ts, ts.exc.ValueError, message)
  if (spec.sign !== '') return refuse(`${spec.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`)
  if (spec.zeroPositive) return refuse('Negative zero coercion (z) not allowed in string format specifier')
  if (spec.alternate) return refuse('Alternate form (#) not allowed in string format specifier')
  if (spec.align === '=') return refuse("'=' alignment not allowed in string format specifier")
  let length = PyUnicode_GetLength(ts, o)
  if (spec.width <= length && (spec.precision < 0 || spec.precision >= length)) return unicodeResult(ts, o)
  let text = textOf(ts, o)
  if (spec.precision >= 0 && spec.precision < length) {
    text = text.length === length ? text.slice(0, spec.precision) : [...text].slice(0, spec.precision).join('')
    length = spec.precision
  }
  return orNull(ts, padded(ts, text, length, spec))
}

/** int.__format__. */
export function formatLong(ts: ThreadState, o: Borrowed, specText: string): Owned {
  if (specText === '') return Py_TYPE(ts, o) === ts.types.int ? _PyLong_FormatWriter(ts, o) : PyObject_Str(ts, o)
  const spec = parseFormatSpec(ts, specText, typeName(ts, o), 'd', '>')
  if (spec === null) return 0
  if ('bcdoxXn'.includes(spec.type)) return orNull(ts, layOutLong(ts, o, spec))
  if (!'eEfFgG%'.includes(spec.type)) return orNull(ts, unknownType(ts, spec.type, typeName(ts, o)))
  const x = PyLong_AsDouble(ts, o)
  return Number.isNaN(x) ? 0 : orNull(ts, layOutFloat(ts, x, spec))
}

/** float.__format__. */
export function formatFloat(ts: ThreadState, o: Borrowed, specText: string): Owned {
  if (specText === '') return PyObject_Str(ts, o)
  const spec = parseFormatSpec(ts, specText, typeName(ts, o), '', '>')
  if (spec === null) return 0
  if (!'eEfFgGn%'.includes(spec.type)) return orNull(ts, unknownType(ts, spec.type, typeName(ts, o)))
  return orNull(ts, layOutFloat(ts, floatValue(ts, o), spec))
}

/** complex.__format__ of `real + imag j`. */
export function formatComplex(ts: ThreadState, o: Borrowed, real: number, imag: number, specText: string): Owned {
  if (specText === '') return PyObject_Str(ts, o)
  const spec = parseFormatSpec(ts, specText, typeName(ts, o), '', '>')
  if (spec === null) return 0
  if (!'eEfFgGn'.includes(spec.type)) return orNull(ts, unknownType(ts, spec.type, typeName(ts, o)))
  const refuse = (message: string) => PyErr_Format(ts, ts.exc.ValueError, message)
  if (spec.zeroPositive && !floatTypes.has(spec.type)) return unknownType(ts, 'z', typeName(ts, o)) ?? 0
  if (spec.fill === '0' && spec.align !== '=' && specText.includes('0') && spec.width > 0 && /^0/.test(specText))
    return refuse('Zero padding is not allowed in complex format specifier')
  if (spec.fill === '0' && spec.align === '=') return refuse('Zero padding is not allowed in complex format specifier')
  if (spec.align === '=') return refuse("'=' alignment flag is not allowed in complex format specifier")
  const bare = { ...spec, width: -1, fill: ' ', align: '<' }
  const plain = spec.type === ''
  const skipReal = plain && real === 0 && !Object.is(real, -0)
  const first = skipReal ? '' : layOutFloat(ts, real, bare, true)
  const second = layOutFloat(ts, imag, skipReal ? bare : { ...bare, sign: '+' }, true)
  if (first === null || second === null) return 0
  const text = plain && !skipReal ? `(${first}${second}j)` : `${first}${second}j`
  return orNull(ts, padded(ts, text, text.length, spec))
}

const floatTypes = new Set(['', 'e', 'E', 'f', 'F', 'g', 'G', 'n'])

function orNull(ts: ThreadState, text: string | null): Owned {
  return text === null ? 0 : newStr(ts, text)
}

/** Text of `length` characters in its width. */
function padded(ts: ThreadState, text: string, length: number, spec: FormatSpec): string | null {
  const total = Math.max(0, spec.width - length)
  if (!roomFor(ts, total)) return null
  const left = spec.align === '>' ? total : spec.align === '^' ? total >> 1 : 0
  return spec.fill.repeat(left) + text + spec.fill.repeat(total - left)
}

function roomFor(ts: ThreadState, characters: number): boolean {
  if (characters < ts.budgets.memory) return true
  PyErr_NoMemory(ts)
  return false
}

/** The parts of a number between which fills and separators go. */
interface NumberParts {
  readonly negative: boolean
  readonly prefix: string
  /** Digits before the point. */
  readonly digits: string
  /** What follows: point, fraction, exponent, `%`. */
  readonly tail: string
  readonly group: number
}

function layOutLong(ts: ThreadState, o: Borrowed, spec: FormatSpec): string | null {
  const refuse = (message: string) => {
    PyErr_Format(ts, ts.exc.ValueError, message)
    return null
  }
  if (spec.precision !== -1) return refuse('Precision not allowed in integer format specifier')
  if (spec.zeroPositive) return refuse('Negative zero coercion (z) not allowed in integer format specifier')
  if (spec.type === 'c') {
    if (spec.sign !== '') return refuse("Sign not allowed with integer format specifier 'c'")
    if (spec.alternate) return refuse("Alternate form (#) not allowed with integer format specifier 'c'")
    const code = PyLong_AsNumber(ts, o)
    if (code < 0 || code > 0x10ffff) {
      PyErr_Format(ts, ts.exc.OverflowError, '%c arg not in range(0x110000)')
      return null
    }
    const align = spec.align === '=' ? '>' : spec.align
    return padded(ts, String.fromCodePoint(code), 1, { ...spec, align })
  }
  const base = { b: 2, o: 8, x: 16, X: 16 }[spec.type]
  const text = base === undefined ? longToDecimal(ts, o) : PyLong_AsBigInt(ts, o).toString(base)
  if (text === null) return null
  const negative = text[0] === '-'
  const digits = negative ? text.slice(1) : text
  const prefix = spec.alternate && base !== undefined ? `0${spec.type}` : ''
  return layOutNumber(ts, spec, {
    negative,
    prefix,
    digits: spec.type === 'X' ? digits.toUpperCase() : digits,
    tail: '',
    group: base === undefined ? 3 : 4,
  })
}

function layOutFloat(ts: ThreadState, value: number, spec: FormatSpec, inComplex = false): string | null {
  let type = spec.type
  let precision = spec.precision
  let x = value
  let addDot0 = false
  let percent = ''
  let defaultPrecision = 6
  if (type === '') {
    addDot0 = !inComplex
    type = 'r'
    defaultPrecision = 0
  }
  if (type === 'n') type = 'g'
  if (type === '%') {
    type = 'f'
    x *= 100
    percent = '%'
  }
  if (precision < 0) precision = defaultPrecision
  else if (type === 'r') type = 'g'
  if (precision > 0x7fffffff) {
    PyErr_Format(ts, ts.exc.ValueError, 'precision too big')
    return null
  }
  if (!roomFor(ts, precision)) return null
  let text = PyOS_double_to_string(x, type, precision, { alternate: spec.alternate, addDot0 })
  let negative = text[0] === '-'
  if (negative) text = text.slice(1)
  if (spec.zeroPositive && /^[0.]+(?:e.*)?$/i.test(text)) negative = false
  const digits = /^\d*/.exec(text)?.[0] ?? ''
  let tail = text.slice(digits.length)
  if (spec.fractionThousands !== '')
    tail = tail.replace(/^\.(\d+)/, (_, f: string) => `.${f.replace(/\d{3}(?=\d)/g, `$&${spec.fractionThousands}`)}`)
  return layOutNumber(ts, spec, { negative, prefix: '', digits, tail: tail + percent, group: 3 })
}

function layOutNumber(ts: ThreadState, spec: FormatSpec, parts: NumberParts): string | null {
  if (!roomFor(ts, spec.width)) return null
  const sign = parts.negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : ''
  const others = sign.length + parts.prefix.length + parts.tail.length
  const zeroFilled = spec.fill === '0' && spec.align === '='
  const digits = grouped(parts.digits, zeroFilled ? spec.width - others : 0, spec.thousands, parts.group)
  const padding = Math.max(0, spec.width - others - digits.length)
  const body = digits + parts.tail
  if (spec.align === '=') return sign + parts.prefix + spec.fill.repeat(padding) + body
  const left = spec.align === '>' ? padding : spec.align === '^' ? padding >> 1 : 0
  return spec.fill.repeat(left) + sign + parts.prefix + body + spec.fill.repeat(padding - left)
}

/** _PyUnicode_InsertThousandsGrouping: separators between groups, zeros up to `minWidth`. */
function grouped(digits: string, minWidth: number, separator: string, size: number): string {
  if (separator === '') return digits.padStart(minWidth, '0')
  const groups: string[] = []
  let remaining = digits.length
  let width = minWidth
  for (;;) {
    const length = Math.min(size, Math.max(remaining, width, 1))
    const taken = Math.max(0, Math.min(remaining, length))
    if (digits.length === 0 && width <= 0) return ''
    groups.unshift(digits.slice(remaining - taken, remaining).padStart(length, '0'))
    remaining -= taken
    width -= length
    if (remaining <= 0 && width <= 0) return groups.join(separator)
    width -= 1
  }
}
