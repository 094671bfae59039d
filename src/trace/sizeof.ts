// sys.getsizeof, read from an image: what each type's `__sizeof__` counts, plus what stands before the object.

import {
  PyByteArrayObject,
  PyBytesObject,
  PyDictKeysObject,
  PyDictObject,
  PyListObject,
  PySetObject,
  PyTypeObject,
  PyUnicodeObject,
} from '../simulator/heap/structs.ts'
import { FLAG, type Image } from './image.ts'

/** Bytes of an object as `sys.getsizeof` counts them. What `__sizeof__` of a Python class says is not asked. */
export function sizeofObject(image: Image, o: number): number {
  return ownSize(image, o) + image.preheader(image.typeOf(o))
}

function ownSize(image: Image, o: number): number {
  const type = image.typeOf(o)
  const basic = image.load(type + PyTypeObject.tp_basicsize)
  switch (image.structOf(type)) {
    case 'list':
      return basic + 8 * image.load(o + PyListObject.allocated)
    case 'dict':
      return basic + dictTableSize(image, o)
    case 'set':
    case 'frozenset': {
      const mask = image.load(o + PySetObject.mask)
      return basic + (mask > 7 ? (mask + 1) * 16 : 0)
    }
    case 'int':
    case 'bool':
      return basic + 4 * Math.max(1, image.digits(o).count)
    case 'str':
      return strSize(image, o)
    case 'bytes':
      return basic + image.size(o)
    case 'bytearray': {
      const alloc = image.load(o + PyByteArrayObject.ob_alloc)
      return basic + alloc + (image.profile.bytes.arrayHoldsBytes && alloc > 0 ? PyBytesObject.ob_sval + 1 : 0)
    }
    case 'code':
      return (basic + 2 * image.size(o) + 7) & ~7
    case 'type':
      return typeSize(image, o)
    default: {
      const items = image.load(type + PyTypeObject.tp_itemsize)
      return basic + (items === 0 ? 0 : items * Math.abs(image.size(o)))
    }
  }
}

/** _PyDict_KeysSize. */
function keysSize(image: Image, keys: number): number {
  const sizes = image.load(keys + PyDictKeysObject.dk_sizes)
  const usable = Math.floor(2 ** ((sizes & 0xff) + 1) / 3)
  const entry = (sizes >> 16) & 0xff ? 16 : 24
  return PyDictKeysObject.sizeof + 2 ** ((sizes >> 8) & 0xff) + usable * entry
}

/** A table counts where nobody shares it; the one of all empty dicts has a single slot and does not. */
function dictTableSize(image: Image, o: number): number {
  const keys = image.load(o + PyDictObject.ma_keys)
  if (keys === 0) return 0
  const values = image.load(o + PyDictObject.ma_values)
  const shared = image.load(keys) !== 1 || (image.load(keys + PyDictKeysObject.dk_sizes) & 0xff) === 0
  const table = shared ? 0 : keysSize(image, keys)
  if (values === 0) return table
  const n = image.load(keys + PyDictKeysObject.dk_nentries) + image.load(keys + PyDictKeysObject.dk_usable)
  return table + n * 8
}

function strSize(image: Image, o: number): number {
  const state = image.load(o + PyUnicodeObject.state)
  const { asciiHeader, compactHeader } = image.profile.layout
  const bytes = (image.load(o + PyUnicodeObject.length) + 1) * ((state >> 2) & 7)
  if ((state & (1 << 5)) === 0) return compactHeader + 8 + bytes
  const isAscii = (state & (1 << 6)) !== 0
  const cached = (state & (1 << 7)) !== 0
  const utf8 = !isAscii && cached && image.profile.text.latin1Utf8 ? 3 : 0
  return (isAscii ? asciiHeader : compactHeader) + bytes + utf8
}

function typeSize(image: Image, o: number): number {
  const { layout } = image.profile
  // A static type has no header in front of it; whether it counts nevertheless differs.
  if ((image.flags(o) & FLAG.HEAPTYPE) === 0)
    return layout.type - (layout.countsAbsentHeaders ? 0 : image.preheader(image.typeOf(o)))
  const keys = image.load(o + PyTypeObject.ht_cached_keys)
  return layout.heapType + (keys === 0 ? 0 : keysSize(image, keys))
}
