// Objects/complexobject.c, complex_from_string_inner: the number a text stands for.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import type { Complex } from './complexobject.ts'
import { PyErr_Format } from './errors.ts'
import { PyObject_Repr } from './object.ts'
import { parseFloatText, withoutSpace, withoutUnderscores } from './pystrtod.ts'
import { asciiDigitsAndSpaces } from './unicodectype.ts'
import { textOf } from './unicodestorage.ts'

const NUMBER = '(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?|inf(?:inity)?|nan)'
const IMAGINARY = new RegExp(`^([+-]?${NUMBER}|[+-]?)j$`, 'i')
const BOTH = new RegExp(`^([+-]?${NUMBER})(?:([+-]${NUMBER}?)j)?$`, 'i')

/** The number in a str; `null` with ValueError. */
export function complexFromString(ts: ThreadState, source: Borrowed): Complex | null {
  const text = asciiDigitsAndSpaces(textOf(ts, source))
  const plain = text.includes('_') ? withoutUnderscores(withoutSpace(text)) : text
  if (plain === null) {
    const repr = PyObject_Repr(ts, source)
    if (repr === 0) return null
    PyErr_Format(ts, ts.exc.ValueError, `could not convert string to complex: ${textOf(ts, repr)}`)
    DECREF(ts, repr)
    return null
  }
  const inner = withoutParentheses(withoutSpace(plain))
  const imaginary = IMAGINARY.exec(inner)
  if (imaginary) return { real: 0, imag: coefficient(imaginary[1]) }
  const both = BOTH.exec(inner)
  if (both) return { real: parseFloatText(both[1]) ?? 0, imag: both[2] === undefined ? 0 : coefficient(both[2]) }
  PyErr_Format(ts, ts.exc.ValueError, 'complex() arg is a malformed string')
  return null
}

/** What stands before the `j`: a sign alone, or nothing, is one. */
function coefficient(text: string): number {
  return parseFloatText(/^[+-]?$/.test(text) ? `${text}1` : text) ?? 0
}

function withoutParentheses(text: string): string {
  return text.startsWith('(') && text.endsWith(')') ? withoutSpace(text.slice(1, -1)) : text
}
