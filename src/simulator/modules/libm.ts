// The C library's elementary functions, computed in fixed point with far more digits than a double has and rounded once.
// NOT CPYTHON: the C library's own results are now and then the neighbouring double (well under one in a hundred).

const ONE_BITS = 192n

/** `x` as a whole number of 2^-bits (exact for all but the smallest parts). */
function toFixed(x: number, bits: bigint): bigint {
  if (x === 0) return 0n
  const [mantissa, exponent] = split(x)
  const shift = BigInt(exponent) + bits
  return shift >= 0n ? mantissa << shift : mantissa >> -shift
}

/** x = mantissa * 2^exponent with a whole mantissa. */
function split(x: number): [mantissa: bigint, exponent: number] {
  view.setFloat64(0, x)
  const raw = view.getBigUint64(0)
  const biased = Number((raw >> 52n) & 0x7ffn)
  const fraction = raw & 0xfffffffffffffn
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n)
  return [raw >> 63n ? -mantissa : mantissa, (biased === 0 ? 1 : biased) - 1075]
}
const view = new DataView(new ArrayBuffer(8))

/** n * 2^-bits as the nearest double. */
function fromFixed(n: bigint, bits: bigint): number {
  if (n === 0n) return 0
  const length = n.toString(2).length - (n < 0n ? 1 : 0)
  // Number() rounds once; what would become subnormal is rounded at its own last place.
  const drop = BigInt(Math.max(0, length - 70))
  const sticky = drop > 0n && n & ((1n << drop) - 1n) ? 1n : 0n
  const kept = Number(((n >> drop) << 1n) | sticky)
  const exponent = Number(drop - bits) - 1
  if (exponent > -1000) return kept * 2 ** exponent
  return kept * 2 ** (exponent + 100) * 2 ** -100
}

let piBits = 0n
let piValue = 0n

/** pi by Machin's formula. */
function pi(bits: bigint): bigint {
  if (piBits < bits) {
    const guard = bits + 16n
    const arctan = (q: bigint) => {
      let term = (1n << guard) / q
      let sum = term
      for (let k = 3n; term !== 0n; k += 2n) {
        term = -term / (q * q)
        sum += term / k
      }
      return sum
    }
    piValue = (16n * arctan(5n) - 4n * arctan(239n)) >> 16n
    piBits = bits
  }
  return piValue >> (piBits - bits)
}

/** 2 * atanh(z) = log((1+z)/(1-z)). */
function twiceAtanh(z: bigint, bits: bigint): bigint {
  const square = (z * z) >> bits
  let term = z
  let sum = z
  for (let k = 3n; ; k += 2n) {
    term = (term * square) >> bits
    const part = term / k
    if (part === 0n || part === -1n) break
    sum += part
  }
  return 2n * sum
}

const LN2 = twiceAtanh((1n << (ONE_BITS + 64n)) / 3n, ONE_BITS + 64n)

function ln2(bits: bigint): bigint {
  return LN2 >> (ONE_BITS + 64n - bits)
}

/** log of a positive double, in fixed point. */
function logFixed(x: number, bits: bigint): bigint {
  const [mantissa, exponent] = split(x)
  const length = mantissa.toString(2).length
  // m in [0.707, 1.414]
  let k = exponent + length
  let m = (mantissa << bits) >> BigInt(length)
  if (m < (3037000499n << bits) >> 32n) {
    m <<= 1n
    k--
  }
  const one = 1n << bits
  return BigInt(k) * ln2(bits) + twiceAtanh(((m - one) << bits) / (m + one), bits)
}

/** e**x of a fixed-point number as [value, binary exponent]. */
function expFixed(x: bigint, bits: bigint): [value: bigint, exponent: number] {
  const log = ln2(bits)
  let k = x / log
  if (x < 0n) k -= 1n
  const halvings = 8n
  const r = (x - k * log) >> halvings
  let term = 1n << bits
  let sum = term
  for (let n = 1n; term !== 0n; n++) {
    term = ((term * r) >> bits) / n
    sum += term
  }
  for (let i = 0n; i < halvings; i++) sum = (sum * sum) >> bits
  return [sum, Number(k)]
}

function scaled(value: bigint, exponent: number, bits: bigint): number {
  if (exponent > 1100) return Number.POSITIVE_INFINITY
  if (exponent < -1200) return 0
  return fromFixed(value, bits - BigInt(exponent))
}

/** [sin, cos] of a double, in fixed point. */
function sincosFixed(x: number, bits: bigint): [sin: bigint, cos: bigint] {
  const exponent = split(x)[1]
  const wide = bits + BigInt(Math.max(0, exponent + 53))
  const half = pi(wide + 8n) >> 9n
  let quotient = toFixed(x, wide) / half
  let r = toFixed(x, wide) - quotient * half
  if (2n * r > half) {
    r -= half
    quotient++
  } else if (-2n * r > half) {
    r += half
    quotient--
  }
  r >>= wide - bits
  const halvings = 4n
  const small = r >> halvings
  const square = (small * small) >> bits
  let sin = small
  let term = small
  for (let n = 2n; term !== 0n && term !== -1n; n += 2n) {
    term = -((term * square) >> bits) / (n * (n + 1n))
    sin += term
  }
  let cos = 1n << bits
  term = cos
  for (let n = 1n; term !== 0n && term !== -1n; n += 2n) {
    term = -((term * square) >> bits) / (n * (n + 1n))
    cos += term
  }
  for (let i = 0n; i < halvings; i++) {
    const doubled = (sin * cos) >> (bits - 1n)
    cos = ((cos * cos) >> bits) - ((sin * sin) >> bits)
    sin = doubled
  }
  const quadrant = ((quotient % 4n) + 4n) % 4n
  if (quadrant === 0n) return [sin, cos]
  if (quadrant === 1n) return [cos, -sin]
  if (quadrant === 2n) return [-sin, -cos]
  return [-cos, sin]
}

function sqrtFixed(n: bigint): bigint {
  if (n < 2n) return n
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1)
  for (;;) {
    const y = (x + n / x) >> 1n
    if (y >= x) return x
    x = y
  }
}

/** The angle of (x, y) given in fixed point of the same scale; `guess` is right to a double's precision. */
function angle(y: bigint, x: bigint, guess: number, bits: bigint): number {
  const [s, c] = sincosFixed(guess, bits)
  const delta = ((y * c - x * s) << bits) / (x * c + y * s)
  return fromFixed(toFixed(guess, bits) + delta - ((delta * delta * delta) >> (2n * bits)) / 3n, bits)
}

const TINY = 2 ** -40

export function sin(x: number): number {
  if (Math.abs(x) < TINY || !Number.isFinite(x)) return Math.sin(x)
  return fromFixed(sincosFixed(x, ONE_BITS)[0], ONE_BITS)
}

export function cos(x: number): number {
  if (Math.abs(x) < TINY || !Number.isFinite(x)) return Math.cos(x)
  return fromFixed(sincosFixed(x, ONE_BITS)[1], ONE_BITS)
}

export function tan(x: number): number {
  if (Math.abs(x) < TINY || !Number.isFinite(x)) return Math.tan(x)
  const [s, c] = sincosFixed(x, ONE_BITS)
  return fromFixed((s << ONE_BITS) / c, ONE_BITS)
}

export function exp(x: number): number {
  if (Math.abs(x) < TINY || Math.abs(x) > 800 || Number.isNaN(x)) return Math.exp(x)
  const [value, exponent] = expFixed(toFixed(x, ONE_BITS), ONE_BITS)
  return scaled(value, exponent, ONE_BITS)
}

/** 2**x. */
export function exp2(x: number): number {
  if (Number.isInteger(x) || Math.abs(x) > 1200 || Number.isNaN(x)) return 2 ** x
  const whole = Math.floor(x)
  const [value, exponent] = expFixed((toFixed(x - whole, ONE_BITS) * ln2(ONE_BITS)) >> ONE_BITS, ONE_BITS)
  return scaled(value, exponent + whole, ONE_BITS)
}

export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY || x === 1) return Math.log(x)
  return fromFixed(logFixed(x, ONE_BITS), ONE_BITS)
}

export function log2(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY || x === 1) return Math.log2(x)
  return fromFixed((logFixed(x, ONE_BITS) << ONE_BITS) / ln2(ONE_BITS), ONE_BITS)
}

/** As the C library has it: not the nearest double. */
export function log10(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log10(x)
  const [mantissa, exponent] = split(x)
  const k = exponent + mantissa.toString(2).length - 1
  const up = k < 0 ? 1 : 0
  const y = k + up
  // x / 2**y, in two steps for the smallest.
  const m = y < -1000 ? x * 2 ** 100 * 2 ** (-y - 100) : x * 2 ** -y
  return y * 3.694239077158931e-13 + Math.LOG10E * log(m) + y * 0.30102999566361177
}

/** As the C library has it. */
export function asinh(x: number): number {
  const a = Math.abs(x)
  if (!(a > 2) || a > 2 ** 28) return Math.asinh(x)
  return Math.sign(x) * log(2 * a + 1 / (Math.sqrt(a * a + 1) + a))
}

/** As the C library has it. */
export function acosh(x: number): number {
  if (!(x > 2) || x > 2 ** 28) return Math.acosh(x)
  return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)))
}

/** As the C library has it. */
export function cosh(x: number): number {
  const a = Math.abs(x)
  if (!(a < 22)) return Math.cosh(x)
  if (a < 0.5 * Math.LN2) {
    const t = Math.expm1(a)
    return a < 2 ** -55 ? 1 : 1 + (t * t) / (1 + t + (1 + t))
  }
  const t = exp(a)
  return 0.5 * t + 0.5 / t
}

export function atan2(y: number, x: number): number {
  const guess = Math.atan2(y, x)
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0 || Math.abs(guess) < TINY) return guess
  const ratio = Math.abs(Math.log2(Math.abs(y)) - Math.log2(Math.abs(x)))
  if (ratio > 200) return guess
  const down = BigInt(-Math.min(split(y)[1], split(x)[1]))
  return angle(toFixed(y, down) << 64n, toFixed(x, down) << 64n, guess, ONE_BITS + 64n)
}

export function atan(x: number): number {
  return Number.isFinite(x) ? atan2(x, 1) : Math.atan(x)
}

export function asin(x: number): number {
  if (!(Math.abs(x) < 1) || Math.abs(x) < TINY) return Math.asin(x)
  const bits = ONE_BITS + 64n
  const fixed = toFixed(x, bits)
  return angle(fixed, sqrtFixed((1n << (2n * bits)) - fixed * fixed), Math.asin(x), bits)
}

export function acos(x: number): number {
  if (!(Math.abs(x) < 1)) return Math.acos(x)
  const bits = ONE_BITS + 64n
  const fixed = toFixed(x, bits)
  return angle(sqrtFixed((1n << (2n * bits)) - fixed * fixed), fixed, Math.acos(x), bits)
}

/** x**y where neither is special: x finite and positive, y finite. */
export function pow(x: number, y: number): number {
  const bits = ONE_BITS + 64n
  if (Number.isInteger(y) && Math.abs(y) <= 64) {
    const [mantissa, exponent] = split(x)
    const power = mantissa ** BigInt(Math.abs(y))
    if (y >= 0) return scaled(power, exponent * y, 0n)
    const length = BigInt(power.toString(2).length)
    return scaled((1n << (length + bits)) / power, exponent * y - Number(length), bits)
  }
  const product = logFixed(x, bits) * toFixed(y, bits)
  const [value, exponent] = expFixed(product >> bits, bits)
  return scaled(value, exponent, bits)
}
