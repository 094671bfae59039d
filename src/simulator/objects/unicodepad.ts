// Objects/unicodeobject.c: padding, tabs, translation, encoding, formatting of one str.

import { whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetItem } from './abstract.ts'
import { newBytesFromText } from './bytesstorage.ts'
import { _PyArg_BadArgument, argAt, parseKeywords } from './call.ts'
import { asInt } from './cint.ts'
import { encodeText } from './codecs.ts'
import { forEachItem, PyDict_Check, PyDict_New, PyDict_SetItem } from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { formatStr } from './formatter_unicode.ts'
import { newInt, PyLong_AsNumber, PyLong_Check } from './longintrepr.ts'
import { ssizeArgument } from './longnumber.ts'
import { type MethodSpec, PyUnicode_Check, typeName } from './object.ts'
import { Py_BuildTuple } from './tupleobject.ts'
import { sliceText } from './unicodechars.ts'
import { isAscii } from './unicodectype.ts'
import {
  fitsMemory,
  newOwnStr,
  newStr,
  newStrOf,
  PyUnicode_GetLength,
  textOf,
  unicodeResult,
  widthOf,
} from './unicodestorage.ts'

function padder(name: 'center' | 'ljust' | 'rjust'): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: 1,
    max: 2,
    call: (ts, self, argv, nargs) => {
      const width = ssizeArgument(ts, argAt(ts, argv, 0))
      if (width === null) return 0
      let fill = ' '
      if (nargs > 1) {
        const o = argAt(ts, argv, 1)
        if (!PyUnicode_Check(ts, o))
          return PyErr_Format(
            ts,
            ts.exc.TypeError,
            `The fill character must be a unicode character, not ${typeName(ts, o)}`,
          )
        if (PyUnicode_GetLength(ts, o) !== 1)
          return PyErr_Format(ts, ts.exc.TypeError, 'The fill character must be exactly one character long')
        fill = textOf(ts, o)
      }
      const margin = width - PyUnicode_GetLength(ts, self)
      if (margin <= 0) return unicodeResult(ts, self)
      if (!fitsMemory(ts, widthOf(ts, self), width)) return 0
      // An odd margin leans left or right as the width is odd or even.
      const half = Math.floor(margin / 2) + (margin % 2 === 1 && width % 2 === 1 ? 1 : 0)
      const left = name === 'ljust' ? 0 : name === 'rjust' ? margin : half
      return newOwnStr(ts, fill.repeat(left) + textOf(ts, self) + fill.repeat(margin - left))
    },
  }
}

function unicode_zfill(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const width = ssizeArgument(ts, argAt(ts, argv, 0))
  if (width === null) return 0
  const missing = width - PyUnicode_GetLength(ts, self)
  if (missing <= 0) return unicodeResult(ts, self)
  if (!fitsMemory(ts, widthOf(ts, self), width)) return 0
  const text = textOf(ts, self)
  const sign = text[0] === '+' || text[0] === '-' ? text[0] : ''
  return newOwnStr(ts, sign + '0'.repeat(missing) + text.slice(sign.length))
}

function unicode_expandtabs(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'expandtabs', argv, nargs, kwnames, ['tabsize'], 0)
  if (args === null) return 0
  const tabsize = args[0] === 0 ? 8 : asInt(ts, args[0])
  if (tabsize === -1 && PyErr_Occurred(ts) !== 0) return 0
  const text = textOf(ts, self)
  const tabs = text.split('\t').length - 1
  if (tabs === 0) return unicodeResult(ts, self)
  if (!fitsMemory(ts, widthOf(ts, self), text.length + tabs * Math.max(0, tabsize))) return 0
  let result = ''
  let column = 0
  for (const c of text) {
    if (c === '\t') {
      const n = tabsize > 0 ? tabsize - (column % tabsize) : 0
      result += ' '.repeat(n)
      column += n
    } else {
      result += c
      column = c === '\n' || c === '\r' ? 0 : column + 1
    }
  }
  return newStr(ts, result)
}

/** What a translation table says of a character: a text, `false` for none, `undefined` for "as it is", `null` with an exception. */
function translated(ts: ThreadState, table: Borrowed, c: string): string | false | null | undefined {
  const key = newInt(ts, c.codePointAt(0) ?? 0)
  if (key === 0) return null
  const value = whileOwning(ts, key, () => PyObject_GetItem(ts, table, key))
  if (value === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.LookupError)) return null
    PyErr_Clear(ts)
    return undefined
  }
  let text: string | false | null = null
  if (value === ts.none) text = false
  else if (PyUnicode_Check(ts, value)) text = textOf(ts, value)
  else if (PyLong_Check(ts, value)) {
    const replacement = PyLong_AsNumber(ts, value)
    if (replacement >= 0 && replacement <= 0x10ffff) text = String.fromCodePoint(replacement)
    else PyErr_Format(ts, ts.exc.ValueError, 'character mapping must be in range(0x110000)')
  } else PyErr_Format(ts, ts.exc.TypeError, 'character mapping must return integer, None or str')
  DECREF(ts, value)
  return text
}

/**
 * _PyUnicode_TranslateCharmap. As long as all is ASCII (unicode_fast_translate), the table is asked once for each character;
 * the first that becomes something else is asked for again, and from there on all are.
 */
function unicode_translate(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const table = argAt(ts, argv, 0)
  const source = textOf(ts, self)
  const known = new Map<string, string>()
  let fast = isAscii(source)
  let result = ''
  for (const c of source) {
    let text: string | false | null | undefined = fast ? known.get(c) : undefined
    if (text === undefined) {
      text = translated(ts, table, c)
      if (fast && typeof text === 'string' && !(text.length === 1 && isAscii(text))) {
        fast = false
        text = translated(ts, table, c)
      }
      if (text === null) return 0
      text = text === false ? '' : (text ?? c)
      if (fast) known.set(c, text)
    }
    result += text
  }
  return newStr(ts, result)
}

function unicode_maketrans(ts: ThreadState, _self: Borrowed, argv: number, nargs: number): Owned {
  const dict = PyDict_New(ts)
  if (dict === 0) return 0
  const ok = nargs === 1 ? fromDict(ts, dict, argAt(ts, argv, 0)) : fromTexts(ts, dict, argv, nargs)
  if (ok) return dict
  DECREF(ts, dict)
  return 0
}

function setCode(ts: ThreadState, dict: Borrowed, code: number, value: Borrowed): boolean {
  const key = newInt(ts, code)
  if (key === 0) return false
  const status = PyDict_SetItem(ts, dict, key, value)
  DECREF(ts, key)
  return status === 0
}

function fromTexts(ts: ThreadState, dict: Borrowed, argv: number, nargs: number): boolean {
  const refuse = (type: Borrowed, message: string) => {
    PyErr_Format(ts, type, message)
    return false
  }
  const given = Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i))
  for (const [i, o] of given.entries()) {
    if (i === 0 || PyUnicode_Check(ts, o)) continue
    _PyArg_BadArgument(ts, 'maketrans', `argument ${i + 1}`, 'str', o)
    return false
  }
  if (!PyUnicode_Check(ts, given[0]))
    return refuse(ts.exc.TypeError, 'first maketrans argument must be a string if there is a second argument')
  const texts = given.map((o) => [...textOf(ts, o)])
  if (texts[0].length !== texts[1].length)
    return refuse(ts.exc.ValueError, 'the first two maketrans arguments must have equal length')
  for (const [i, c] of texts[0].entries()) {
    const value = newInt(ts, texts[1][i].codePointAt(0) ?? 0)
    if (value === 0) return false
    const done = setCode(ts, dict, c.codePointAt(0) ?? 0, value)
    DECREF(ts, value)
    if (!done) return false
  }
  for (const c of texts[2] ?? []) if (!setCode(ts, dict, c.codePointAt(0) ?? 0, ts.none)) return false
  return true
}

function fromDict(ts: ThreadState, dict: Borrowed, from: Borrowed): boolean {
  if (Py_TYPE(ts, from) !== ts.types.dict && !PyDict_Check(ts, from)) {
    PyErr_Format(ts, ts.exc.TypeError, 'if you give only one argument to maketrans it must be a dict')
    return false
  }
  let ok = true
  forEachItem(ts, from, (key, value) => {
    if (!ok) return
    if (PyLong_Check(ts, key)) ok = PyDict_SetItem(ts, dict, key, value) === 0
    else if (!PyUnicode_Check(ts, key)) {
      PyErr_Format(ts, ts.exc.TypeError, 'keys in translate table must be strings or integers')
      ok = false
    } else if (PyUnicode_GetLength(ts, key) !== 1) {
      PyErr_Format(ts, ts.exc.ValueError, ts.profile.text.translateKey)
      ok = false
    } else ok = setCode(ts, dict, textOf(ts, key).codePointAt(0) ?? 0, value)
  })
  return ok
}

function unicode_encode(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'encode', argv, nargs, kwnames, ['encoding', 'errors'], 0)
  if (args === null) return 0
  for (const [i, name] of ['encoding', 'errors'].entries())
    if (args[i] !== 0 && !PyUnicode_Check(ts, args[i]))
      return _PyArg_BadArgument(ts, 'encode', `argument '${name}'`, 'str', args[i])
  const encoding = args[0] === 0 ? 'utf-8' : textOf(ts, args[0])
  const bytes = encodeText(ts, self, encoding, args[1] === 0 ? 'strict' : textOf(ts, args[1]))
  return bytes === null ? 0 : newBytesFromText(ts, bytes)
}

function unicode_format(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const spec = argAt(ts, argv, 0)
  if (PyUnicode_Check(ts, spec)) return formatStr(ts, self, textOf(ts, spec))
  return _PyArg_BadArgument(ts, '__format__', 'argument', 'str', spec)
}

function unicode_getnewargs(ts: ThreadState, self: Borrowed): Owned {
  const length = PyUnicode_GetLength(ts, self)
  const copy =
    length === 0 ? newref(ts, ts.emptyStr) : newStrOf(ts, sliceText(ts, self, 0, length), widthOf(ts, self), length)
  return copy === 0 ? 0 : Py_BuildTuple(ts, [copy])
}

export const padMethods: readonly MethodSpec[] = [
  padder('center'),
  padder('ljust'),
  padder('rjust'),
  { name: 'zfill', kind: 'O', call: unicode_zfill },
  { name: 'expandtabs', kind: 'KEYWORDS', call: unicode_expandtabs },
  { name: 'translate', kind: 'O', call: unicode_translate },
  { name: 'maketrans', kind: 'FASTCALL', min: 1, max: 3, binding: 'static', call: unicode_maketrans },
  { name: 'encode', kind: 'KEYWORDS', call: unicode_encode },
  { name: '__format__', kind: 'O', call: unicode_format },
  { name: '__getnewargs__', kind: 'NOARGS', call: unicode_getnewargs },
]
