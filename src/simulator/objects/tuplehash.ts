// The hash of a tuple (tuple_hash in Objects/tupleobject.c): xxHash's accumulator over the hashes of the items.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { hashFailed, PyObject_Hash } from './object.ts'
import { add64, high64, multiply64 } from './uint64.ts'

// _PyHASH_XXPRIME_1, _2 and _5.
const P1_LOW = 0x85ebca87 | 0
const P1_HIGH = 0x9e3779b1 | 0
const P2_LOW = 0x27d4eb4f | 0
const P2_HIGH = 0xc2b2ae3d | 0
const P5_LOW = 0x165667c5
const P5_HIGH = 0x27d4eb2f

/** The hash of `n` items that lie side by side: low word, `ts.hashHigh` the high one. Both -1: error. */
export function hashItems(ts: ThreadState, items: number, n: number): number {
  let low = P5_LOW
  let high = P5_HIGH
  for (let i = 0; i < n; i++) {
    const item: Borrowed = ts.mem.load(items + i * 8)
    const lane = PyObject_Hash(ts, item)
    if (hashFailed(ts, lane)) return -1
    const product = multiply64(lane, ts.hashHigh, P2_LOW, P2_HIGH)
    low = add64(low, high, product, high64)
    high = high64
    const rotated = (low << 31) | (high >>> 1)
    high = (high << 31) | (low >>> 1)
    low = multiply64(rotated, high, P1_LOW, P1_HIGH)
    high = high64
  }
  low = add64(low, high, n ^ P5_LOW ^ 3527539, P5_HIGH)
  high = high64
  if (low === -1 && high === -1) {
    low = 1546275796
    high = 0
  }
  ts.hashHigh = high
  return low
}
