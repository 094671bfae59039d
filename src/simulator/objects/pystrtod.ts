// Python/pystrtod.c and Python/dtoa.c: doubles to text and back, rounded exactly, halves to even.

import { isSpace } from './unicodectype.ts'

/** Digits of a finite, not negative double: `0.digits * 10**decpt`. Zero has the digits '0' and decpt 1. */
export interface Decimal {
  readonly digits: string
  readonly decpt: number
}

/** What PyOS_double_to_string can be asked for. */
export interface DoubleFormat {
  /** Keep a point and trailing zeros (`#`). */
  readonly alternate?: boolean
  /** `1.0`, not `1`. */
  readonly addDot0?: boolean
  readonly sign?: boolean
}

/** repr of a float: the shortest text that reads back as the same double. */
export function float_repr(x: number): string {
  return PyOS_double_to_string(x, 'r', 0, { addDot0: true })
}

/** The double as text. `code` is one of e E f F g G r; precision counts as in C. */
export function PyOS_double_to_string(x: number, code: string, precision: number, how: DoubleFormat = {}): string {
  const text = formatShort(x, code.toLowerCase(), precision, how)
  return code >= 'A' && code <= 'Z' ? text.toUpperCase() : text
}

function formatShort(x: number, code: string, precision: number, how: DoubleFormat): string {
  if (Number.isNaN(x)) return how.sign ? '+nan' : 'nan'
  const negative = x < 0 || Object.is(x, -0)
  const sign = negative ? '-' : how.sign ? '+' : ''
  const magnitude = Math.abs(x)
  if (magnitude === Number.POSITIVE_INFINITY) return `${sign}inf`
  let { digits, decpt } = decimalOf(magnitude, code, precision)
  let useExponent = false
  if (code === 'e') useExponent = true
  else if (code === 'g') useExponent = decpt <= -4 || decpt > Math.max(precision, 1) - (how.addDot0 ? 1 : 0)
  else if (code === 'r') useExponent = decpt <= -4 || decpt > 16
  const exponent = decpt - 1
  if (useExponent) decpt = 1
  let fraction = decpt <= 0 ? '0'.repeat(-decpt) + digits : digits.slice(decpt)
  const whole = decpt <= 0 ? '0' : digits.slice(0, decpt).padEnd(decpt, '0')
  if (code === 'e' || code === 'f') fraction = fraction.slice(0, precision).padEnd(precision, '0')
  else if (code === 'g' && how.alternate) fraction = fraction.padEnd(Math.max(0, Math.max(precision, 1) - decpt), '0')
  if (fraction === '' && how.addDot0 && !useExponent) fraction = '0'
  const point = fraction !== '' || how.alternate ? '.' : ''
  const tail = useExponent ? `e${exponent < 0 ? '-' : '+'}${Math.abs(exponent).toString().padStart(2, '0')}` : ''
  return sign + whole + point + fraction + tail
}

function decimalOf(x: number, code: string, precision: number): Decimal {
  if (x === 0) return { digits: '0', decpt: 1 }
  if (code === 'r') return shortest(x)
  const decimal =
    code === 'f' ? roundFixed(x, precision) : roundSignificant(x, code === 'e' ? precision + 1 : precision || 1)
  const digits = decimal.digits.replace(/0+$/, '')
  return { digits: digits === '' ? '0' : digits, decpt: digits === '' ? 1 : decimal.decpt }
}

/** The shortest digits that read back as `x` (mode 0 of dtoa). */
export function shortest(x: number): Decimal {
  const [mantissa, exponent] = x.toExponential().split('e')
  return { digits: mantissa.replace('.', ''), decpt: Number(exponent) + 1 }
}

/** `x` rounded to `places` decimal places (mode 3 of dtoa); negative places round to tens, hundreds ... */
export function roundFixed(x: number, places: number): Decimal {
  const digits = scaledRound(x, places).toString()
  return digits === '0' ? { digits: '', decpt: -places } : { digits, decpt: digits.length - places }
}

/** `x` rounded to `count` significant digits (mode 2 of dtoa). */
export function roundSignificant(x: number, count: number): Decimal {
  let decpt = Math.floor(Math.log10(x)) + 1
  let digits = scaledRound(x, count - decpt).toString()
  // The estimate may be one off, and rounding may carry into a new digit.
  while (digits.length !== count) {
    decpt += digits.length > count ? 1 : -1
    digits = scaledRound(x, count - decpt).toString()
    if (digits.length > count && /^10*$/.test(digits)) {
      digits = digits.slice(0, count)
      decpt++
    }
  }
  return { digits, decpt }
}

/** x * 10**places rounded to a whole number, exactly, halves to even. */
function scaledRound(x: number, places: number): bigint {
  const { mantissa, exponent } = splitDouble(x)
  let numerator = mantissa
  let denominator = 1n
  if (exponent >= 0) numerator <<= BigInt(exponent)
  else denominator <<= BigInt(-exponent)
  if (places >= 0) numerator *= 10n ** BigInt(places)
  else denominator *= 10n ** BigInt(-places)
  const quotient = numerator / denominator
  const twice = (numerator - quotient * denominator) * 2n
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient
}

const bits = new DataView(new ArrayBuffer(8))

/** A finite double that is not negative as `mantissa * 2**exponent`, exactly. */
export function splitDouble(x: number): { readonly mantissa: bigint; readonly exponent: number } {
  bits.setFloat64(0, x)
  const high = bits.getUint32(0)
  const biased = (high >>> 20) & 0x7ff
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4))
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 }
}

/**
 * The double an ASCII text stands for as float() reads it (surrounding space and underscores allowed), or `null`.
 */
export function parseFloatText(text: string): number | null {
  const trimmed = withoutSpace(text)
  const plain = trimmed.includes('_') ? withoutUnderscores(trimmed) : trimmed
  if (plain === null) return null
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return Number(plain)
  const word = /^([+-]?)(inf|infinity|nan)$/i.exec(plain)
  if (!word) return null
  const value = word[2].toLowerCase() === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY
  return word[1] === '-' ? -value : value
}

/** A text without the space before and behind it. */
export function withoutSpace(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text[start])) start++
  while (end > start && isSpace(text[end - 1])) end--
  return text.slice(start, end)
}

/** _Py_string_to_number_with_underscores: they may only stand between digits; `null` where one does not. */
export function withoutUnderscores(text: string): string | null {
  return /^_|_$|[^0-9]_|_[^0-9]/.test(text) ? null : text.replaceAll('_', '')
}
