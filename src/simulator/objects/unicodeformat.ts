// Objects/unicodeobject.c (Objects/unicode_format.c from 3.15), PyUnicode_Format: the % operator of str.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetItem } from './abstract.ts'
import { convertToBytes } from './bytespercent.ts'
import { newBytesFromText } from './bytesstorage.ts'
import { PyErr_NoMemory } from './errors.ts'
import { _PyLong_FormatWriter } from './longformat.ts'
import { PyLong_AsNumber, PyLong_Check } from './longintrepr.ts'
import { PyObject_Str, PyUnicode_Check } from './object.ts'
import { convertArgument } from './percentconvert.ts'
import {
  type Conversion,
  type Converted,
  errorAt,
  incomplete,
  notAll,
  notEnough,
  numberTooBig,
  type PercentState,
  starTooBig,
  starWantsInt,
  unsupportedCharacter,
  wantsMapping,
} from './percenterrors.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { newStr, textOf } from './unicodestorage.ts'

/** format % args: a str, or 0. */
export function PyUnicode_Format(ts: ThreadState, format: Borrowed, args: Borrowed): Owned {
  const mapping = !PyUnicode_Check(ts, args)
  if (textOf(ts, format) === '%s' && (!PyTuple_Check(ts, args) || PyTuple_GET_SIZE(ts, args) === 1))
    return shownAlone(ts, PyTuple_Check(ts, args) ? PyTuple_GET_ITEM(ts, args, 0) : args)
  const text = formatPercent(ts, [...textOf(ts, format)], args, mapping, false)
  if (text === null) return 0
  // What has no format in it was written whole.
  return textOf(ts, format).includes('%') ? newStr(ts, text) : newref(ts, format)
}

/** A format that is nothing but `%s` gives the value's str itself (_PyUnicodeWriter_WriteStr copies only a part). */
function shownAlone(ts: ThreadState, value: Borrowed): Owned {
  if (Py_TYPE(ts, value) === ts.types.int) return _PyLong_FormatWriter(ts, value)
  const shown = PyObject_Str(ts, value)
  if (shown === 0 || Py_TYPE(ts, shown) === ts.types.str) return shown
  const copy = newStr(ts, textOf(ts, shown))
  DECREF(ts, shown)
  return copy
}

/**
 * What str and bytes have in common: the format as characters or bytes, the result likewise; `null` with an exception.
 * @param mayMap whether `args` may be asked for keys, if it can be
 */
export function formatPercent(
  ts: ThreadState,
  chars: readonly string[],
  args: Borrowed,
  mayMap: boolean,
  bytes: boolean,
): string | null {
  const isTuple = PyTuple_Check(ts, args)
  const mapping = !isTuple && mayMap && slotsOf(ts, args).mp_subscript !== undefined
  const state: PercentState = {
    args,
    bytes,
    mapping,
    isTuple,
    total: isTuple ? PyTuple_GET_SIZE(ts, args) : 1,
    next: 0,
    key: null,
    keyed: 0,
    keyedMark: 0,
  }
  const mark = holdMark(ts)
  const text = formatAll(ts, chars, state)
  release(ts, mark)
  if (state.keyed !== 0) DECREF(ts, state.keyed)
  return text
}

function formatAll(ts: ThreadState, chars: readonly string[], state: PercentState): string | null {
  let result = ''
  let i = 0
  while (i < chars.length) {
    if (chars[i] !== '%') {
      result += chars[i++]
      continue
    }
    if (chars[i + 1] === '%') {
      result += '%'
      i += 2
      continue
    }
    const percentAt = i
    const end = parseConversion(ts, chars, i + 1, state)
    if (end === null) return null
    i = end.codeAt + 1
    end.percentAt = percentAt
    const shown = formatOne(ts, end, state)
    if (shown === null) return null
    result += shown
  }
  if (state.next < state.total && !(state.mapping && !state.isTuple) && state.key === null) return notAll(ts, state)
  return result
}

/** Reads one conversion from behind its `%`; `null` with an exception. */
function parseConversion(
  ts: ThreadState,
  chars: readonly string[],
  from: number,
  state: PercentState,
): Conversion | null {
  const c: Conversion = {
    leftAdjust: false,
    plus: false,
    space: false,
    alternate: false,
    zero: false,
    width: -1,
    precision: -1,
    code: '',
    percentAt: from - 1,
    codeAt: 0,
  }
  let i = from
  let keyed = false
  if (chars[i] === '(') {
    const close = parseKey(ts, chars, i, state)
    if (close === null) return null
    keyed = true
    i = close
  }
  for (; i < chars.length; i++) {
    if (chars[i] === '-') c.leftAdjust = true
    else if (chars[i] === '+') c.plus = true
    else if (chars[i] === ' ') c.space = true
    else if (chars[i] === '#') c.alternate = true
    else if (chars[i] === '0') c.zero = true
    else break
  }
  const number = (what: 'width' | 'precision'): number | null => {
    if (chars[i] === '*') {
      i++
      if (keyed && ts.profile.text.percentMessages === 'positions')
        return errorAt(ts, ts.exc.ValueError, '* cannot be used with a parenthesised mapping key', c.percentAt)
      const o = nextArgument(ts, state, c.percentAt)
      if (o === 0) return null
      if (!PyLong_Check(ts, o)) return starWantsInt(ts, state, o)
      const given = PyLong_AsNumber(ts, o)
      const fits = what === 'width' ? Math.abs(given) < 2 ** 63 : given === (given | 0)
      return fits ? given : starTooBig(ts, state, what)
    }
    let digits = ''
    while (chars[i] >= '0' && chars[i] <= '9') digits += chars[i++]
    const value = Number(digits)
    const most = what === 'width' ? Number.MAX_SAFE_INTEGER : 0x7fff_ffff
    if (value > most) return numberTooBig(ts, state, what, c.percentAt)
    return digits === '' ? -1 : value
  }
  const width = number('width')
  if (width === null) return null
  if (width < -1 || (width === -1 && chars[i - 1] === '*')) {
    c.leftAdjust = true
    c.width = -width
  } else c.width = width
  if (chars[i] === '.') {
    i++
    const precision = number('precision')
    if (precision === null) return null
    c.precision = Math.max(0, precision)
  }
  if (chars[i] === 'h' || chars[i] === 'l' || chars[i] === 'L') i++
  if (i >= chars.length) return incomplete(ts, c.percentAt)
  c.code = chars[i]
  c.codeAt = i
  return c
}

/** `(key)`: looks the value up; gives the index behind the parenthesis. */
function parseKey(ts: ThreadState, chars: readonly string[], from: number, state: PercentState): number | null {
  if (!state.mapping) return wantsMapping(ts, state.args)
  let i = from + 1
  let open = 1
  for (; i < chars.length; i++) {
    if (chars[i] === '(') open++
    else if (chars[i] === ')' && --open === 0) break
  }
  if (i >= chars.length) return incomplete(ts, from - 1, true)
  const text = chars.slice(from + 1, i).join('')
  const key = state.bytes ? newBytesFromText(ts, text) : newStr(ts, text)
  if (key === 0) return null
  if (state.keyed !== 0) {
    release(ts, state.keyedMark)
    DECREF(ts, state.keyed)
  }
  state.keyed = 0
  const value = PyObject_GetItem(ts, state.args, key)
  DECREF(ts, key)
  if (value === 0) return null
  state.keyed = value
  state.keyedMark = holdMark(ts)
  hold(ts, value)
  state.key = text
  // The value of a key is there once: `*` or a conversion without a key finds nothing left.
  state.next = 0
  return i + 1
}

/** The next value, borrowed; 0 with TypeError. */
function nextArgument(ts: ThreadState, state: PercentState, percentAt: number): Borrowed {
  if (state.next < state.total) {
    const i = state.next++
    if (state.key !== null) return state.keyed
    return state.isTuple ? PyTuple_GET_ITEM(ts, state.args, i) : state.args
  }
  notEnough(ts, state, percentAt)
  return 0
}

function formatOne(ts: ThreadState, c: Conversion, state: PercentState): string | null {
  if (c.code === '%' && ts.profile.text.percentMessages === 'positions' && state.key !== null)
    return unsupportedCharacter(ts, c)
  const value = nextArgument(ts, state, c.percentAt)
  if (value === 0) return null
  if (!(state.bytes ? 'bsraidouxXeEfFgGc' : 'sraidouxXeEfFgGc').includes(c.code)) return unsupportedCharacter(ts, c)
  const converted = state.bytes ? convertToBytes(ts, value, c, state) : convertArgument(ts, value, c, state)
  if (converted === null) return null
  return laidOut(ts, converted, c)
}

function laidOut(ts: ThreadState, converted: Converted, c: Conversion): string | null {
  let { text, length } = converted
  let sign = ''
  if (converted.numeric) {
    if (text[0] === '-' || text[0] === '+') {
      sign = text[0]
      text = text.slice(1)
      length--
    } else if (c.plus) sign = '+'
    else if (c.space) sign = ' '
  }
  const missing = c.width - length - sign.length
  if (missing > ts.budgets.memory) {
    PyErr_NoMemory(ts)
    return null
  }
  const padding = Math.max(0, missing)
  if (c.zero && converted.numeric && !c.leftAdjust) {
    const prefix = c.alternate && 'xXo'.includes(c.code) ? text.slice(0, 2) : ''
    return sign + prefix + '0'.repeat(padding) + text.slice(prefix.length)
  }
  const spaces = ' '.repeat(padding)
  return c.leftAdjust ? sign + text + spaces : spaces + sign + text
}
