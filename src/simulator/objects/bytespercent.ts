// Objects/bytesobject.c, _PyBytes_FormatEx: what the letters of % formatting make of a value where bytes are formatted.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, slotsOf } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyNumber_Index } from './abstract.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { byteArrayText, PyByteArray_Check } from './bytearraystorage.ts'
import { bytesText } from './byteslike.ts'
import { bytesOf, PyBytes_Check } from './bytesstorage.ts'
import { callOwned } from './call.ts'
import { PyErr_Occurred } from './errors.ts'
import { PyLong_AsNumber } from './longintrepr.ts'
import { PyObject_ASCII } from './object.ts'
import { convertNumber } from './percentconvert.ts'
import {
  type Conversion,
  type Converted,
  charRange,
  type PercentState,
  wantsByte,
  wantsBytes,
} from './percenterrors.ts'
import { lookupSpecial } from './typelookup.ts'
import { wrongReturn } from './typenames.ts'
import { textOf } from './unicodestorage.ts'

/** The value as the letter wants it, without width; `null` with an exception. */
export function convertToBytes(ts: ThreadState, o: Borrowed, c: Conversion, state: PercentState): Converted | null {
  if (c.code === 'c') return cut(fromByte(ts, o, state), -1)
  if (c.code === 'a' || c.code === 'r') {
    const ascii = PyObject_ASCII(ts, o)
    if (ascii === 0) return null
    const text = textOf(ts, ascii)
    DECREF(ts, ascii)
    return cut(text, c.precision)
  }
  if (c.code === 's' || c.code === 'b') return cut(bytesOfValue(ts, o, state), c.precision)
  return convertNumber(ts, o, c, state)
}

function cut(text: string | null, precision: number): Converted | null {
  if (text === null) return null
  const shown = precision >= 0 ? text.slice(0, precision) : text
  return { text: shown, length: shown.length, numeric: false }
}

function fromByte(ts: ThreadState, o: Borrowed, state: PercentState): string | null {
  const own = bytesText(ts, o)
  if (own !== null) return own.length === 1 ? own : wantsByte(ts, state, o, own.length)
  if (!slotsOf(ts, o).nb_index) return wantsByte(ts, state, o, -1)
  const index = PyNumber_Index(ts, o)
  if (index === 0) return null
  const code = PyLong_AsNumber(ts, index)
  DECREF(ts, index)
  return code < 0 || code > 255 ? charRange(ts, state) : String.fromCharCode(code)
}

/** format_obj: bytes, what `__bytes__` gives, or a buffer. */
function bytesOfValue(ts: ThreadState, o: Borrowed, state: PercentState): string | null {
  if (PyBytes_Check(ts, o)) return bytesOf(ts, o)
  if (PyByteArray_Check(ts, o)) return byteArrayText(ts, o)
  const method = lookupSpecial(ts, o, '__bytes__')
  if (method !== 0) {
    const result = callOwned(ts, method)
    if (result === 0) return null
    if (!PyBytes_Check(ts, result)) {
      wrongReturn(ts, o, '__bytes__', result)
      return null
    }
    const text = bytesOf(ts, result)
    DECREF(ts, result)
    return text
  }
  if (PyErr_Occurred(ts) !== 0) return null
  return PyObject_CheckBuffer(ts, o) ? bytesLike(ts, o, true) : wantsBytes(ts, state, o)
}
