// zlib's crc32.c and adler32.c: the two sums over a text of bytes.

/** The largest prime below 65536 (BASE), and how many bytes can be added before the sums must be brought below it. */
const BASE = 65521
const NMAX = 5552

let table: Int32Array | null = null

/** What each byte does to the polynomial. */
function crcTable(): Int32Array {
  if (table) return table
  const rows = new Int32Array(256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    rows[n] = c
  }
  table = rows
  return rows
}

/** crc32(): going on from `value`. */
export function crc32(data: Uint8Array, value: number): number {
  const rows = crcTable()
  let c = ~value
  for (const byte of data) c = rows[(c ^ byte) & 0xff] ^ (c >>> 8)
  return ~c >>> 0
}

/** adler32(): going on from `value`. */
export function adler32(data: Uint8Array, value: number): number {
  let low = value & 0xffff
  let high = value >>> 16
  for (let from = 0; from < data.length; from += NMAX) {
    const end = Math.min(from + NMAX, data.length)
    for (let i = from; i < end; i++) {
      low += data[i]
      high += low
    }
    low %= BASE
    high %= BASE
  }
  return ((high << 16) | low) >>> 0
}
