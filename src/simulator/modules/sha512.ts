// FIPS 180-4: SHA-512, with which random.seed spreads a text over the state.

const K: bigint[] = []
const START: bigint[] = []

/** The first 64 bits of the fractional part of the `power`-th root of n. */
function rootBits(n: bigint, power: bigint): bigint {
  // The whole part of root(n * 2**(64*power)) by bisection.
  const target = n << (64n * power)
  let low = 0n
  let high = 1n << 72n
  while (low < high - 1n) {
    const middle = (low + high) >> 1n
    if (middle ** power <= target) low = middle
    else high = middle
  }
  return low & MASK
}

const MASK = (1n << 64n) - 1n

/** The constants are made from the first 80 primes. */
function init(): void {
  const primes: bigint[] = []
  for (let n = 2n; primes.length < 80; n++) if (primes.every((p) => n % p !== 0n)) primes.push(n)
  for (const p of primes) K.push(rootBits(p, 3n))
  for (const p of primes.slice(0, 8)) START.push(rootBits(p, 2n))
}

const rotate = (x: bigint, n: bigint) => ((x >> n) | (x << (64n - n))) & MASK

/** The digest of some bytes, given and returned as text of characters below 256. */
export function sha512(bytes: string): string {
  if (K.length === 0) init()
  const length = BigInt(bytes.length) * 8n
  let padded = `${bytes}\x80`
  while (padded.length % 128 !== 112) padded += '\0'
  padded += text64(length >> 64n) + text64(length & MASK)
  let h = [...START]
  for (let at = 0; at < padded.length; at += 128) h = block(h, padded.slice(at, at + 128))
  return h.map(text64).join('')
}

function text64(n: bigint): string {
  return Array.from({ length: 8 }, (_, i) => String.fromCharCode(Number((n >> BigInt(56 - i * 8)) & 255n))).join('')
}

function block(h: readonly bigint[], chunk: string): bigint[] {
  const w: bigint[] = []
  for (let i = 0; i < 16; i++) {
    let word = 0n
    for (let k = 0; k < 8; k++) word = (word << 8n) | BigInt(chunk.charCodeAt(i * 8 + k))
    w.push(word)
  }
  for (let i = 16; i < 80; i++) {
    const s0 = rotate(w[i - 15], 1n) ^ rotate(w[i - 15], 8n) ^ (w[i - 15] >> 7n)
    const s1 = rotate(w[i - 2], 19n) ^ rotate(w[i - 2], 61n) ^ (w[i - 2] >> 6n)
    w.push((w[i - 16] + s0 + w[i - 7] + s1) & MASK)
  }
  let [a, b, c, d, e, f, g, last] = h
  for (let i = 0; i < 80; i++) {
    const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n)
    const t1 = last + s1 + ((e & f) ^ (~e & MASK & g)) + K[i] + w[i]
    const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    ;[last, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK]
  }
  return [a, b, c, d, e, f, g, last].map((x, i) => (x + h[i]) & MASK)
}
