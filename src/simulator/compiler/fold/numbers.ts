// Arithmetic of constants that are numbers, as Python's int, float and complex do it (CPython: Objects/longobject.c,
// floatobject.c, complexobject.c). `null` stands for an exception: the expression is then left for run time.

import type { Constant } from '../code.ts'

type Complex = { re: number; im: number }

export function int(value: bigint): Constant {
  return { kind: 'int', value, literal: false }
}

export function float(value: number): Constant {
  return { kind: 'float', value, literal: false }
}

function complex(value: Complex): Constant {
  return { kind: 'complex', real: value.re, imag: value.im, literal: false }
}

/** The integer an int or a bool is, else null. */
export function asInt(value: Constant): bigint | null {
  if (value.kind === 'int') return value.value
  if (value.kind === 'bool') return value.value ? 1n : 0n
  return null
}

/** How many bits the absolute value has. */
export function bitLength(value: bigint): number {
  const positive = value < 0n ? -value : value
  return positive === 0n ? 0 : positive.toString(2).length
}

function asFloat(value: Constant): number | null {
  if (value.kind === 'float') return value.value
  const whole = asInt(value)
  if (whole === null) return null
  const result = Number(whole)
  return Number.isFinite(result) ? result : null
}

/** Arithmetic on two numbers. `mixed`: real operands are not made complex first (3.14+). */
export function numberBinop(op: string, left: Constant, right: Constant, mixed: boolean): Constant | null {
  const a = asInt(left)
  const b = asInt(right)
  if (a !== null && b !== null) {
    if (left.kind === 'bool' && right.kind === 'bool') {
      if (op === 'BitAnd') return { kind: 'bool', value: left.value && right.value }
      if (op === 'BitOr') return { kind: 'bool', value: left.value || right.value }
      if (op === 'BitXor') return { kind: 'bool', value: left.value !== right.value }
    }
    return intBinop(op, a, b)
  }
  if (left.kind === 'complex' || right.kind === 'complex') return complexBinop(op, left, right, mixed)
  const x = asFloat(left)
  const y = asFloat(right)
  return x === null || y === null ? null : floatBinop(op, x, y)
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}

function intBinop(op: string, a: bigint, b: bigint): Constant | null {
  switch (op) {
    case 'Add':
      return int(a + b)
    case 'Sub':
      return int(a - b)
    case 'Mult':
      return int(a * b)
    case 'Div': {
      const result = trueDivide(a, b)
      return result === null ? null : float(result)
    }
    case 'FloorDiv':
      return b === 0n ? null : int(floorDivide(a, b))
    case 'Mod':
      return b === 0n ? null : int(a - floorDivide(a, b) * b)
    case 'Pow':
      return b >= 0n ? int(a ** b) : floatBinop('Pow', Number(a), Number(b))
    case 'LShift':
      return b < 0n ? null : int(a << b)
    case 'RShift':
      return b < 0n ? null : int(a >> b)
    case 'BitOr':
      return int(a | b)
    case 'BitXor':
      return int(a ^ b)
    case 'BitAnd':
      return int(a & b)
  }
  return null
}

/** long_true_divide: correctly rounded, whatever the size. */
function trueDivide(a: bigint, b: bigint): number | null {
  if (b === 0n) return null
  const limit = 1n << 53n
  if (a > -limit && a < limit && b > -limit && b < limit) return Number(a) / Number(b)
  const negative = a < 0n !== b < 0n
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  // Scale so that the quotient has a few bits more than a double keeps; the last bit tells of any remainder.
  const shift = bitLength(y) - bitLength(x) + 66
  if (shift > 0) x <<= BigInt(shift)
  else y <<= BigInt(-shift)
  const quotient = (x / y) | (x % y === 0n ? 0n : 1n)
  const result = Number(quotient) * 2 ** -shift
  return Number.isFinite(result) ? (negative ? -result : result) : null
}

function floatBinop(op: string, x: number, y: number): Constant | null {
  switch (op) {
    case 'Add':
      return float(x + y)
    case 'Sub':
      return float(x - y)
    case 'Mult':
      return float(x * y)
    case 'Div':
      return y === 0 ? null : float(x / y)
    case 'FloorDiv':
      return y === 0 ? null : float(divmod(x, y)[0])
    case 'Mod':
      return y === 0 ? null : float(divmod(x, y)[1])
    case 'Pow':
      return floatPower(x, y)
  }
  return null
}

/** float_divmod. */
function divmod(x: number, y: number): [number, number] {
  let mod = x % y
  let div = (x - mod) / y
  if (mod) {
    if (y < 0 !== mod < 0) {
      mod += y
      div -= 1
    }
  } else {
    mod = y < 0 ? -0 : 0
  }
  if (!div) return [1 / (x / y) < 0 ? -0 : 0, mod]
  let floor = Math.floor(div)
  if (div - floor > 0.5) floor += 1
  return [floor, mod]
}

function floatPower(x: number, y: number): Constant | null {
  if (y === 0 || x === 1) return float(1)
  if (x === 0 && y < 0) return null
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && y !== Math.floor(y)) {
    return complexPower({ re: x, im: 0 }, { re: y, im: 0 })
  }
  const result = x ** y
  return Number.isFinite(x) && Number.isFinite(y) && !Number.isFinite(result) ? null : float(result)
}

function asComplex(value: Constant): Complex | null {
  if (value.kind === 'complex') return { re: value.real, im: value.imag }
  const real = asFloat(value)
  return real === null ? null : { re: real, im: 0 }
}

function complexBinop(op: string, left: Constant, right: Constant, mixed: boolean): Constant | null {
  const a = asComplex(left)
  const b = asComplex(right)
  if (a === null || b === null) return null
  const realLeft = mixed && left.kind !== 'complex'
  const realRight = mixed && right.kind !== 'complex'
  switch (op) {
    case 'Add':
      return complex({ re: a.re + b.re, im: realLeft ? b.im : realRight ? a.im : a.im + b.im })
    case 'Sub':
      return complex({ re: a.re - b.re, im: realLeft ? -b.im : realRight ? a.im : a.im - b.im })
    case 'Mult':
      if (realLeft) return complex({ re: a.re * b.re, im: a.re * b.im })
      if (realRight) return complex({ re: a.re * b.re, im: a.im * b.re })
      return complex({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re })
    case 'Div': {
      if (realRight) return b.re === 0 ? null : complex({ re: a.re / b.re, im: a.im / b.re })
      const quotient = complexDivide(a, b)
      return quotient && complex(quotient)
    }
    case 'Pow':
      return complexPower(a, b)
  }
  return null
}

/** _Py_c_quot: Smith's method. */
function complexDivide(a: Complex, b: Complex): Complex | null {
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    if (Math.abs(b.re) === 0) return null
    const ratio = b.im / b.re
    const denominator = b.re + b.im * ratio
    return { re: (a.re + a.im * ratio) / denominator, im: (a.im - a.re * ratio) / denominator }
  }
  const ratio = b.re / b.im
  const denominator = b.re * ratio + b.im
  return { re: (a.re * ratio + a.im) / denominator, im: (a.im * ratio - a.re) / denominator }
}

/** complex_pow: by squaring for small whole exponents, else through polar coordinates. */
function complexPower(a: Complex, b: Complex): Constant | null {
  if (b.im === 0 && b.re === Math.floor(b.re) && Math.abs(b.re) <= 100) {
    let power: Complex | null = wholePower(a, Math.abs(b.re))
    if (b.re <= 0) power = complexDivide({ re: 1, im: 0 }, power)
    return power && complex(power)
  }
  if (a.re === 0 && a.im === 0) {
    return b.im !== 0 || b.re < 0 ? null : complex({ re: 0, im: 0 })
  }
  const radius = Math.hypot(a.re, a.im)
  let length = radius ** b.re
  const angle = Math.atan2(a.im, a.re)
  let phase = angle * b.re
  if (b.im !== 0) {
    length *= Math.exp(-angle * b.im)
    phase += b.im * Math.log(radius)
  }
  const result = { re: length * Math.cos(phase), im: length * Math.sin(phase) }
  return Number.isFinite(result.re) && Number.isFinite(result.im) ? complex(result) : null
}

function wholePower(base: Complex, exponent: number): Complex {
  let result: Complex = { re: 1, im: 0 }
  let factor = base
  for (let mask = 1; mask > 0 && exponent >= mask; mask <<= 1) {
    if (exponent & mask) result = product(result, factor)
    factor = product(factor, factor)
  }
  return result
}

function product(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re }
}
