// Modules/arraymodule.c, the table of type codes: how an item is made of bytes, and bytes of an item. Those of floats are
// in floatitems.ts, of characters in characters.ts.

import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyNumber_Index } from '../../objects/abstract.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, safeValue } from '../../objects/longintrepr.ts'
import { getCharacter, packCharacter } from './characters.ts'
import { complexItem, floatItem } from './floatitems.ts'

/** What an array's items are. */
export interface Descriptor {
  readonly typecode: string
  readonly itemsize: number
  /** Two numbers of half the size: they are turned around by `byteswap` one by one. */
  readonly paired?: boolean
  /** The item at an address. */
  readonly get: (ts: ThreadState, at: number) => Owned
  /** The bytes of an object, into `into`: 0 ok, -1 error. Without `writes` it is only asked whether they could be. */
  readonly pack: (ts: ThreadState, value: Borrowed, into: DataView, writes: boolean) => number
  /** Bytes of two items compared as numbers; absent where objects are compared. */
  readonly order?: (ts: ThreadState, a: number, b: number) => number
}

/** Bounds that are checked one after the other, with the name C gives the type. */
type Bounds = readonly (readonly [min: number, max: number, name: string])[]

const SHORT = [-0x8000, 0x7fff, 'signed short integer'] as const
const INT = [-0x8000_0000, 0x7fff_ffff, 'signed integer'] as const
const LONG_MIN = -(1n << 63n)
const ULONG_END = 1n << 64n
const TOO_BIG = 'int too big to convert'

function overflow(ts: ThreadState, message: string): null {
  PyErr_Format(ts, ts.exc.OverflowError, message)
  return null
}

/** The number an object stands for; `null` with TypeError. */
function indexOf(ts: ThreadState, value: Borrowed): number | bigint | null {
  const index = PyNumber_Index(ts, value)
  if (index === 0) return null
  const safe = safeValue(ts, index)
  const number = Number.isNaN(safe) ? PyLong_AsBigInt(ts, index) : safe
  DECREF(ts, index)
  return number
}

function asLong(ts: ThreadState, value: Borrowed, message: string): number | bigint | null {
  const n = indexOf(ts, value)
  return n === null || (n >= LONG_MIN && n < -LONG_MIN) ? n : overflow(ts, message)
}

function asUnsigned(ts: ThreadState, value: Borrowed, negative: string, large: string): number | bigint | null {
  const n = indexOf(ts, value)
  if (n === null) return null
  if (n < 0) return overflow(ts, negative)
  return n < ULONG_END ? n : overflow(ts, large)
}

function packInto(n: number | bigint | null, size: number, into: DataView): number {
  if (n === null) return -1
  if (size === 8) into.setBigInt64(0, BigInt.asIntN(64, BigInt(n)), true)
  else into.setInt32(0, Number(n) | 0, true)
  return 0
}

function within(ts: ThreadState, value: Borrowed, bounds: Bounds): number | null {
  const n = asLong(ts, value, 'Python int too large to convert to C long')
  if (n === null) return null
  for (const [min, max, name] of bounds) {
    if (n < min) return overflow(ts, `${name} is less than minimum`)
    if (n > max) return overflow(ts, `${name} is greater than maximum`)
  }
  return Number(n)
}

function small(typecode: string, itemsize: number, bounds: Bounds, read: (ts: ThreadState, at: number) => number) {
  return {
    typecode,
    itemsize,
    get: (ts, at) => newInt(ts, read(ts, at)),
    pack: (ts, value, into) => packInto(within(ts, value, bounds), itemsize, into),
    order: (ts, a, b) => read(ts, a) - read(ts, b),
  } satisfies Descriptor
}

function unsignedInt(ts: ThreadState, value: Borrowed): number | bigint | null {
  const n = asC(ts, value)
  return n !== null && n > 0xffff_ffff ? overflow(ts, 'unsigned int is greater than maximum') : n
}

function asC(ts: ThreadState, value: Borrowed): number | bigint | null {
  const negative = "can't convert negative value to unsigned int"
  return asUnsigned(ts, value, negative, 'Python int too large to convert to C unsigned long')
}

function wide(ts: ThreadState, at: number, signed: boolean): number | bigint {
  const high = signed ? ts.mem.load(at + 4) : ts.mem.load(at + 4) >>> 0
  const low = ts.mem.load(at) >>> 0
  return Math.abs(high) < 0x10_0000 ? high * 0x1_0000_0000 + low : BigInt(high) * 0x1_0000_0000n + BigInt(low)
}

function large(
  typecode: string,
  signed: boolean,
  number: (ts: ThreadState, value: Borrowed) => number | bigint | null,
): Descriptor {
  return {
    typecode,
    itemsize: 8,
    get(ts, at) {
      const n = wide(ts, at, signed)
      return typeof n === 'number' ? newInt(ts, n) : newIntFromBigInt(ts, n)
    },
    pack: (ts, value, into) => packInto(number(ts, value), 8, into),
    order(ts, a, b) {
      const [x, y] = [wide(ts, a, signed), wide(ts, b, signed)]
      return x < y ? -1 : x > y ? 1 : 0
    },
  }
}

function character(typecode: string): Descriptor {
  return {
    typecode,
    itemsize: 4,
    get: getCharacter,
    pack: packCharacter,
    order: typecode === 'u' ? (ts, a, b) => ts.mem.load(a) - ts.mem.load(b) : unsignedOrder,
  }
}

function unsignedOrder(ts: ThreadState, a: number, b: number): number {
  return (ts.mem.load(a) >>> 0) - (ts.mem.load(b) >>> 0)
}

const signedShort = (ts: ThreadState, at: number): number => (ts.mem.loadShort(at) << 16) >> 16
const signedByte = (ts: ThreadState, at: number): number => (ts.mem.loadByte(at) << 24) >> 24

/** All there are in any version: `ob_descr` of an array is the number of its row, from 1. */
export const descriptors: readonly Descriptor[] = [
  small('b', 1, [SHORT, [-128, 127, 'signed char']], signedByte),
  small('B', 1, [[0, 255, 'unsigned byte integer']], (ts, at) => ts.mem.loadByte(at)),
  character('u'),
  character('w'),
  small('h', 2, [SHORT], signedShort),
  small('H', 2, [INT, [0, 0xffff, 'unsigned short']], (ts, at) => ts.mem.loadShort(at)),
  small('i', 4, [INT], (ts, at) => ts.mem.load(at)),
  {
    typecode: 'I',
    itemsize: 4,
    get: (ts, at) => newInt(ts, ts.mem.load(at) >>> 0),
    pack: (ts, value, into) => packInto(unsignedInt(ts, value), 4, into),
    order: unsignedOrder,
  },
  large('l', true, (ts, value) => asLong(ts, value, 'Python int too large to convert to C long')),
  large('L', false, asC),
  large('q', true, (ts, value) => asLong(ts, value, TOO_BIG)),
  large('Q', false, (ts, value) => asUnsigned(ts, value, "can't convert negative int to unsigned", TOO_BIG)),
  floatItem('e', 2),
  floatItem('f', 4),
  floatItem('d', 8),
  complexItem('Zf', 8),
  complexItem('Zd', 16),
]

/** The row of a type code that the version has; 0 where it has none. */
export function findDescriptor(ts: ThreadState, typecode: string): number {
  if (!ts.profile.modules.array.typecodes.includes(typecode)) return 0
  return descriptors.findIndex((row) => row.typecode === typecode) + 1
}
