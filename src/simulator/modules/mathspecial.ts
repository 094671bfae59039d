// Modules/mathmodule.c: gamma and its kin by Lanczos' approximation, and the error function.
// NOT CPYTHON: the error function is the C library's there; here it is summed from its series.

/** Lanczos' sum for g = 6.0246...: numerator and denominator, lowest power first. */
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.2653952235, 8071.672002365816, 210.82427775157936,
  2.5066282746310002,
]
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
]
const G = 6.02468004077673
const G_MINUS_HALF = 5.52468004077673
/** From 0! to 22!, which a double holds exactly. */
const FACTORIALS: number[] = [1]
for (let n = 1; n < 23; n++) FACTORIALS.push(FACTORIALS[n - 1] * n)

function lanczos_sum(x: number): number {
  let num = 0
  let den = 0
  if (x < 5)
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      num = num * x + NUMERATOR[i]
      den = den * x + DENOMINATOR[i]
    }
  else
    for (let i = 0; i < NUMERATOR.length; i++) {
      num = num / x + NUMERATOR[i]
      den = den / x + DENOMINATOR[i]
    }
  return num / den
}

/** sin(pi x), exact at the quarters. */
function sinpi(x: number): number {
  const y = Math.abs(x) % 2
  const n = Math.round(2 * y)
  const r = [
    () => Math.sin(Math.PI * y),
    () => Math.cos(Math.PI * (y - 0.5)),
    () => Math.sin(Math.PI * (1 - y)),
    () => -Math.cos(Math.PI * (y - 1.5)),
    () => Math.sin(Math.PI * (y - 2)),
  ][n]()
  return x < 0 ? -r : r
}

/** NaN where it is not defined, infinity where it is too large. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x > 0 || Number.isNaN(x) ? x : Number.NaN
  if (x === 0) return 1 / x
  if (Number.isInteger(x)) {
    if (x < 0) return Number.NaN
    if (x <= FACTORIALS.length) return FACTORIALS[x - 1]
  }
  const a = Math.abs(x)
  if (a < 1e-20) return 1 / x
  if (a > 200) return x < 0 ? 0 / sinpi(x) : Number.POSITIVE_INFINITY
  const y = a + G_MINUS_HALF
  let z: number
  if (a > G_MINUS_HALF) z = y - a - G_MINUS_HALF
  else z = y - G_MINUS_HALF - a
  z = (z * G) / y
  let r: number
  if (x < 0) {
    r = ((-Math.PI / sinpi(a) / a) * Math.exp(y)) / lanczos_sum(a)
    r -= z * r
    if (a < 140) return r / y ** (a - 0.5)
    const root = y ** (a / 2 - 0.25)
    return r / root / root
  }
  r = lanczos_sum(a) / Math.exp(y)
  r += z * r
  if (a < 140) return r * y ** (a - 0.5)
  const root = y ** (a / 2 - 0.25)
  return r * root * root
}

/** log(|gamma(x)|). */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY
  if (Number.isInteger(x) && x <= 2) return x <= 0 ? Number.POSITIVE_INFINITY : 0
  const a = Math.abs(x)
  if (a < 1e-20) return -Math.log(a)
  let r = Math.log(lanczosScaled(a)) - G
  r += (a - 0.5) * (Math.log(a + G - 0.5) - 1)
  return x < 0 ? Math.log(Math.PI) - Math.log(Math.abs(sinpi(a))) - Math.log(a) - r : r
}

function lanczosScaled(a: number): number {
  return lanczos_sum(a)
}

/** 2/sqrt(pi) * integral of exp(-t*t) from 0 to x. */
export function erf(x: number): number {
  const a = Math.abs(x)
  if (Number.isNaN(x)) return x
  if (a > 6) return Math.sign(x)
  if (a > 2) return Math.sign(x) * (1 - tail(a))
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-18; n++) {
    term *= -(x * x) / n
    sum += term / (2 * n + 1)
  }
  return sum * 1.1283791670955126
}

/** 1 - erf(x), without the loss. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 2) return x > 28 ? 0 : tail(x)
  return 1 - erf(x)
}

/** The continued fraction of erfc for x above 2. */
function tail(x: number): number {
  let f = 0
  for (let k = 120; k > 0; k--) f = k / 2 / (x + f)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + f)
}
