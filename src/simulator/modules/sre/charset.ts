// Lib/re/_compiler.py, _optimize_charset and _compile_charset: a set as ranges or as a bitmap, whatever is shorter.

import type { Folding } from './characters.ts'
import {
  BIGCHARSET,
  CATEGORY,
  CHARSET,
  FAILURE,
  FLAG_UNICODE,
  LITERAL,
  NEGATE,
  RANGE,
  RANGE_UNI_IGNORE,
  TO_UNICODE,
} from './constants.ts'
import type { SetItem } from './node.ts'

const BLOCK = 256

/** An optimised set, and whether it is about characters that have cases. */
export interface Optimized {
  readonly set: readonly SetItem[]
  readonly hasCased: boolean
}

/** Every character. */
export const isEverything = (set: readonly SetItem[]) => set.length === 1 && set[0][0] === NEGATE

/** The characters of a set below 256, below 65536 where one of them needs it, and what cannot be told so. */
class CharacterMap {
  bits = new Uint8Array(BLOCK)
  hasCased = false
  readonly #folding: Folding | null

  constructor(folding: Folding | null) {
    this.#folding = folding
  }

  /** Enters an item; false where the map is too small for it. */
  add(item: SetItem): boolean {
    const [op, low] = item
    const high = op === RANGE ? item[2] : low
    const folding = this.#folding
    for (let code = low; code <= high; code++) {
      const folded = folding ? folding.lower(code) : code
      if (!this.#mark(folded)) return false
      for (const other of folding?.extra?.(folded) ?? []) if (!this.#mark(other)) return false
    }
    if (folding) for (let code = low; code <= high && !this.hasCased; code++) this.hasCased = folding.isCased(code)
    return true
  }

  #mark(code: number): boolean {
    if (code >= this.bits.length) return false
    this.bits[code] = 1
    return true
  }

  /** To all of the BMP; false where it was there already. */
  grow(): boolean {
    if (this.bits.length > BLOCK) return false
    const bits = new Uint8Array(BLOCK * BLOCK)
    bits.set(this.bits)
    this.bits = bits
    return true
  }

  /** Ends and beginnings of up to two runs; `null` where there are more. */
  runs(): (readonly [number, number])[] | null {
    const found: (readonly [number, number])[] = []
    let end = 0
    for (;;) {
      const start = this.bits.indexOf(1, end)
      if (start < 0) return found
      if (found.length >= 2) return null
      end = this.bits.indexOf(0, start)
      if (end < 0) return [...found, [start, this.bits.length]]
      found.push([start, end])
    }
  }
}

/**
 * @param examined sets of all characters and of none are found (3.14), and cases above the BMP told more exactly
 */
export function optimizeCharset(set: readonly SetItem[], folding: Folding | null, examined: boolean): Optimized {
  const out: SetItem[] = []
  const tail: SetItem[] = []
  const map = new CharacterMap(folding)
  for (const item of set) {
    const [op, value] = item
    if (op === NEGATE) out.push(item)
    else if (op !== LITERAL && op !== RANGE) {
      if (examined && tail.some(([o, v]) => o === CATEGORY && v === (value ^ 1)))
        return { set: out.length > 0 ? [] : [[NEGATE]], hasCased: false }
      tail.push(item)
    } else if (!map.add(item) && !(map.grow() && map.add(item))) tail.push(beyond(item, map, folding, examined))
  }
  const runs = map.runs()
  if (runs) {
    for (const [start, end] of runs) out.push(end - start === 1 ? [LITERAL, start] : [RANGE, start, end - 1])
    out.push(...tail)
    return { set: map.hasCased || out.length < set.length ? out : set, hasCased: map.hasCased }
  }
  out.push(map.bits.length === BLOCK ? [CHARSET, ...bitmap(map.bits)] : bigCharset(map.bits), ...tail)
  return { set: out, hasCased: map.hasCased }
}

/** An item that reaches above the BMP. */
function beyond(item: SetItem, map: CharacterMap, folding: Folding | null, examined: boolean): SetItem {
  if (!folding) return item
  const [op, low, high] = item
  if (op === RANGE) {
    map.hasCased = true
    return examined && !folding.extra ? item : [RANGE_UNI_IGNORE, low, high]
  }
  if (!examined) {
    map.hasCased = true
    return item
  }
  const folded = folding.lower(low)
  if (folding.isCased(folded)) map.hasCased = true
  return [LITERAL, folded]
}

function bitmap(bits: Uint8Array): number[] {
  const words: number[] = []
  for (let i = 0; i < bits.length; i += 32) {
    let word = 0
    for (let j = 0; j < 32; j++) if (bits[i + j]) word |= 1 << j
    words.push(word)
  }
  return words
}

/** 256 numbers of blocks, four in a word, then each block that differs from those before it. */
function bigCharset(bits: Uint8Array): SetItem {
  const numbers = new Map<string, number>()
  const mapping = new Uint8Array(BLOCK)
  const blocks: number[] = []
  for (let i = 0; i < BLOCK; i++) {
    const words = bitmap(bits.subarray(i * BLOCK, (i + 1) * BLOCK))
    const key = words.join()
    const known = numbers.get(key)
    mapping[i] = known ?? numbers.size
    if (known !== undefined) continue
    numbers.set(key, mapping[i])
    blocks.push(...words)
  }
  const index: number[] = []
  for (let i = 0; i < BLOCK; i += 4)
    index.push(mapping[i] | (mapping[i + 1] << 8) | (mapping[i + 2] << 16) | (mapping[i + 3] << 24))
  return [BIGCHARSET, numbers.size, ...index, ...blocks]
}

/** The instructions for a set. */
export function emitCharset(code: number[], set: readonly SetItem[], flags: number): void {
  for (const item of set) {
    if (item[0] === CATEGORY) code.push(CATEGORY, flags & FLAG_UNICODE ? item[1] + TO_UNICODE : item[1])
    else code.push(...item)
  }
  code.push(FAILURE)
}
