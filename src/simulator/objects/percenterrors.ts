// Objects/unicode_format.c: the state of one % formatting, and what it says when it fails, version by version.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Format } from './errors.ts'
import { PyUnicode_Check, typeName } from './object.ts'
import { PyUnicode_GetLength } from './unicodestorage.ts'

/** Where the values come from, and how far we have got. */
export interface PercentState {
  readonly args: Borrowed
  /** Formatting bytes: keys and texts are bytes. */
  readonly bytes: boolean
  /** Whether keys may be used. */
  readonly mapping: boolean
  readonly isTuple: boolean
  readonly total: number
  next: number
  /** The key in use, or null. */
  key: string | null
  /** The value that key gave, owned; 0 when there is none. */
  keyed: Owned
  /** Where it was noted as held. */
  keyedMark: number
}

/** One conversion: `%-08.3d`. Widths of -1 are not given. */
export interface Conversion {
  leftAdjust: boolean
  plus: boolean
  space: boolean
  alternate: boolean
  zero: boolean
  width: number
  precision: number
  /** The letter. */
  code: string
  /** Index of the `%`, of the letter, in characters. */
  percentAt: number
  codeAt: number
}

/** What a conversion made: sign and prefix apart where zeros may come between. */
export interface Converted {
  readonly text: string
  /** Number of characters of `text`. */
  readonly length: number
  readonly numeric: boolean
}

function positions(ts: ThreadState): boolean {
  return ts.profile.text.percentMessages === 'positions'
}

/** Raises; `position` is added where the version says it. */
export function errorAt(ts: ThreadState, type: Borrowed, message: string, position: number): null {
  PyErr_Format(ts, type, positions(ts) ? `${message} at position ${position}` : message)
  return null
}

function typeError(ts: ThreadState, message: string): null {
  PyErr_Format(ts, ts.exc.TypeError, message)
  return null
}

/** The text ends inside a conversion, or inside a key. */
export function incomplete(ts: ThreadState, percentAt: number, inKey = false): null {
  if (positions(ts))
    return errorAt(ts, ts.exc.ValueError, inKey ? 'stray % or incomplete format key' : 'stray %', percentAt)
  PyErr_Format(ts, ts.exc.ValueError, inKey ? 'incomplete format key' : 'incomplete format')
  return null
}

export function wantsMapping(ts: ThreadState, args: Borrowed): null {
  return typeError(
    ts,
    positions(ts) ? `format requires a mapping, not ${typeName(ts, args)}` : 'format requires a mapping',
  )
}

export function notEnough(ts: ThreadState, state: PercentState, percentAt: number): null {
  if (!positions(ts)) return typeError(ts, 'not enough arguments for format string')
  if (state.key !== null)
    return errorAt(ts, ts.exc.ValueError, 'format requires a parenthesised mapping key', percentAt)
  return typeError(ts, `not enough arguments for format string (got ${state.total})`)
}

export function notAll(ts: ThreadState, state: PercentState): null {
  const message = `not all arguments converted during ${state.bytes ? 'bytes' : 'string'} formatting`
  return typeError(ts, positions(ts) ? `${message} (required ${state.next}, got ${state.total})` : message)
}

/** How 3.15 names the argument in hand: "format argument 2: ". */
function argumentName(state: PercentState): string {
  if (state.key !== null) return `format argument '${state.key}': `
  return state.isTuple ? `format argument ${state.next}: ` : 'format argument: '
}

export function starWantsInt(ts: ThreadState, state: PercentState, o: Borrowed): null {
  return typeError(ts, positions(ts) ? `${argumentName(state)}* requires int, not ${typeName(ts, o)}` : '* wants int')
}

/** The int of a `*` is none of C's. */
export function starTooBig(ts: ThreadState, state: PercentState, what: 'width' | 'precision'): null {
  const plain = `Python int too large to convert to C ${what === 'width' ? 'ssize_t' : 'int'}`
  PyErr_Format(ts, ts.exc.OverflowError, positions(ts) ? `${argumentName(state)}too big for ${what}` : plain)
  return null
}

/** A number that is written in the format is too large. */
export function numberTooBig(
  ts: ThreadState,
  state: PercentState,
  what: 'width' | 'precision',
  position: number,
): null {
  const name = state.bytes && what === 'precision' && !positions(ts) ? 'prec' : what
  return errorAt(ts, ts.exc.ValueError, `${name} too big`, position)
}

/** A number was needed: any real one, or a whole one. */
export function wantsNumber(ts: ThreadState, state: PercentState, c: Conversion, o: Borrowed, whole: boolean): null {
  const name = typeName(ts, o)
  if (positions(ts))
    return typeError(
      ts,
      `${argumentName(state)}%${c.code} requires ${whole ? 'an integer' : 'a real number'}, not ${name}`,
    )
  return typeError(ts, `%${c.code} format: ${whole ? 'an integer' : 'a real number'} is required, not ${name}`)
}

/** A float conversion of something else. */
export function wantsFloat(ts: ThreadState, state: PercentState, c: Conversion, o: Borrowed): null {
  return typeError(
    ts,
    positions(ts)
      ? `${argumentName(state)}%${c.code} requires a real number, not ${typeName(ts, o)}`
      : state.bytes
        ? `float argument required, not ${typeName(ts, o)}`
        : `must be real number, not ${typeName(ts, o)}`,
  )
}

export function charRange(ts: ThreadState, state: PercentState): null {
  const range = state.bytes ? 'range(256)' : 'range(0x110000)'
  const message = positions(ts) ? `${argumentName(state)}%c argument not in ${range}` : `%c arg not in ${range}`
  PyErr_Format(ts, ts.exc.OverflowError, message)
  return null
}

/** `%c` of something that is no character. */
export function wantsCharacter(ts: ThreadState, state: PercentState, o: Borrowed): null {
  if (ts.profile.text.percentMessages === 'plain') return typeError(ts, '%c requires int or char')
  const got = PyUnicode_Check(ts, o) ? `a string of length ${PyUnicode_GetLength(ts, o)}` : typeName(ts, o)
  if (!positions(ts)) return typeError(ts, `%c requires an int or a unicode character, not ${got}`)
  return typeError(ts, `${argumentName(state)}%c requires an integer or a unicode character, not ${got}`)
}

/** `%c` of something that is no byte; `length` of bytes, -1 for anything else. */
export function wantsByte(ts: ThreadState, state: PercentState, o: Borrowed, length: number): null {
  const what = '%c requires an integer in range(256) or a single byte'
  if (ts.profile.text.percentMessages === 'plain') return typeError(ts, what)
  const got = length >= 0 ? `a ${typeName(ts, o)} object of length ${length}` : typeName(ts, o)
  return typeError(ts, `${positions(ts) ? argumentName(state) : ''}${what}, not ${got}`)
}

/** `%b` of something that has no bytes. */
export function wantsBytes(ts: ThreadState, state: PercentState, o: Borrowed): null {
  const what = '%b requires a bytes-like object, or an object that implements __bytes__, not '
  return typeError(
    ts,
    positions(ts) ? `${argumentName(state)}${what}${typeName(ts, o)}` : `${what}'${typeName(ts, o)}'`,
  )
}

export function unsupportedCharacter(ts: ThreadState, c: Conversion): null {
  const code = c.code.codePointAt(0) ?? 0
  const hex = code.toString(16)
  let message: string
  if (!positions(ts)) {
    const shown = code >= 31 && code <= 126 ? c.code : '?'
    message = `unsupported format character '${shown}' (0x${hex}) at index ${c.codeAt}`
  } else if (/^[A-Za-z]$/.test(c.code)) message = `unsupported format %${c.code} at position ${c.percentAt}`
  else {
    const point = `U+${hex.toUpperCase().padStart(4, '0')}`
    const shown = code > 31 && code < 127 ? `'${c.code}'` : code < 32 || code === 127 ? point : `'${c.code}' (${point})`
    message = `stray % at position ${c.percentAt} or unexpected format character ${shown} at position ${c.codeAt}`
  }
  PyErr_Format(ts, ts.exc.ValueError, message)
  return null
}
