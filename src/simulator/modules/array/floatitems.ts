// Modules/arraymodule.c, the items of type codes 'e', 'f', 'd', 'Zf' and 'Zd': floats of two, four and eight bytes, and
// pairs of them.

import type { ThreadState } from '../../heap/pystate.ts'
import type { Borrowed } from '../../heap/typeslots.ts'
import { newComplex, PyComplex_AsCComplex } from '../../objects/complexobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { newFloat, PyFloat_AsDouble } from '../../objects/floatstorage.ts'
import type { Descriptor } from './descriptors.ts'

/** The least number that rounds to more than the largest half-precision one. */
const HALF_END = 65520
const HALF_NORMAL = 2 ** -14

const scratch = new DataView(new ArrayBuffer(8))

/** PyFloat_Pack2; `null` where the number is too large. */
function packHalf(x: number): number | null {
  if (Number.isNaN(x)) return 0x7e00
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0
  const size = Math.abs(x)
  if (size === Infinity) return sign | 0x7c00
  if (size >= HALF_END) return null
  if (size < HALF_NORMAL) return sign | halfToEven(size * 2 ** 24)
  let exponent = Math.floor(Math.log2(size))
  if (2 ** exponent > size) exponent--
  else if (2 ** (exponent + 1) <= size) exponent++
  return sign | (((exponent + 15) << 10) + halfToEven(size * 2 ** (10 - exponent)) - 1024)
}

function halfToEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor
}

function unpackHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15))
}

function readFloat(ts: ThreadState, at: number, size: number): number {
  if (size === 8) return ts.mem.loadDouble(at)
  if (size === 2) return unpackHalf(ts.mem.loadShort(at))
  scratch.setInt32(0, ts.mem.load(at), true)
  return scratch.getFloat32(0, true)
}

function writeFloat(into: DataView, offset: number, size: number, x: number): void {
  if (size === 8) into.setFloat64(offset, x, true)
  else into.setFloat32(offset, x, true)
}

export function floatItem(typecode: string, itemsize: number): Descriptor {
  return {
    typecode,
    itemsize,
    get: (ts, at) => newFloat(ts, readFloat(ts, at, itemsize)),
    pack(ts: ThreadState, value: Borrowed, into: DataView, writes: boolean) {
      const x = PyFloat_AsDouble(ts, value)
      if (Number.isNaN(x) && PyErr_Occurred(ts) !== 0) return -1
      if (itemsize !== 2) {
        writeFloat(into, 0, itemsize, x)
        return 0
      }
      // Found out only while writing: an item that was to be appended is there all the same.
      if (!writes) return 0
      const half = packHalf(Math.fround(x))
      if (half === null) {
        PyErr_Format(ts, ts.exc.OverflowError, 'float too large to pack with e format')
        return -1
      }
      into.setUint16(0, half, true)
      return 0
    },
  }
}

export function complexItem(typecode: string, itemsize: number): Descriptor {
  const half = itemsize / 2
  return {
    typecode,
    itemsize,
    paired: true,
    get: (ts, at) => newComplex(ts, readFloat(ts, at, half), readFloat(ts, at + half, half)),
    pack(ts: ThreadState, value: Borrowed, into: DataView) {
      const z = PyComplex_AsCComplex(ts, value)
      if (z === null) return -1
      writeFloat(into, 0, half, z.real)
      writeFloat(into, half, half, z.imag)
      return 0
    },
  }
}
