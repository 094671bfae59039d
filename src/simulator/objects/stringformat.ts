// Objects/stringlib/unicode_format.h: str.format and str.format_map.

import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetItem } from './abstract.ts'
import { argAt } from './call.ts'
import { PyDict_Check } from './dictobject.ts'
import { PyErr_Format, PyErr_SetObject } from './errors.ts'
import { PyObject_Format } from './format.ts'
import { _PyLong_FormatWriter } from './longformat.ts'
import { newInt } from './longintrepr.ts'
import { type MethodSpec, PyObject_ASCII, PyObject_GetAttr, PyObject_Repr, PyObject_Str } from './object.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { newStr, textOf } from './unicodestorage.ts'

/** Where the values come from, and how far numbering has got. */
interface Source {
  readonly argv: number
  /** Number of positional arguments, -1 for format_map. */
  readonly nargs: number
  readonly kwnames: Borrowed
  /** The mapping of format_map, else 0. */
  readonly mapping: Borrowed
  numbering: 'unknown' | 'automatic' | 'manual'
  next: number
}

/** Raises ValueError; gives `null`. */
function bad(ts: ThreadState, message: string): null {
  PyErr_Format(ts, ts.exc.ValueError, message)
  return null
}

/** build_string: literals and fields in turn; `null` with an exception. */
function build(ts: ThreadState, text: string, source: Source, depth: number): string | null {
  if (depth <= 0) return bad(ts, 'Max string recursion exceeded')
  let result = ''
  let i = 0
  while (i < text.length) {
    const c = text[i]
    if (c !== '{' && c !== '}') {
      const end = nextBrace(text, i)
      result += text.slice(i, end)
      i = end
      continue
    }
    if (text[i + 1] === c) {
      result += c
      i += 2
      continue
    }
    if (c === '}') return bad(ts, "Single '}' encountered in format string")
    if (i + 1 >= text.length) return bad(ts, "Single '{' encountered in format string")
    const field = parseField(ts, text, i + 1)
    if (field === null) return null
    const shown = render(ts, field, source, depth)
    if (shown === null) return null
    result += shown
    i = field.end
  }
  return result
}

function nextBrace(text: string, from: number): number {
  let i = from
  while (i < text.length && text[i] !== '{' && text[i] !== '}') i++
  return i
}

interface Field {
  readonly name: string
  readonly conversion: string
  readonly spec: string
  readonly nested: boolean
  /** Index behind the closing brace. */
  readonly end: number
}

function parseField(ts: ThreadState, text: string, start: number): Field | null {
  let i = start
  let inBrackets = false
  for (; i < text.length; i++) {
    const c = text[i]
    if (c === '{') return bad(ts, "unexpected '{' in field name")
    if (c === '[') inBrackets = true
    else if (c === ']') inBrackets = false
    else if (!inBrackets && (c === '}' || c === ':' || c === '!')) break
  }
  const name = text.slice(start, i)
  if (i >= text.length) return bad(ts, "expected '}' before end of string")
  if (text[i] === '}') return { name, conversion: '', spec: '', nested: false, end: i + 1 }
  let conversion = ''
  if (text[i] === '!') {
    i++
    if (i >= text.length) return bad(ts, 'end of string while looking for conversion specifier')
    conversion = String.fromCodePoint(text.codePointAt(i) ?? 0)
    i += conversion.length
    if (i < text.length) {
      if (text[i] === '}') return { name, conversion, spec: '', nested: false, end: i + 1 }
      if (text[i] !== ':') return bad(ts, "expected ':' after conversion specifier")
    }
  }
  i++
  const specStart = i
  let open = 1
  let nested = false
  for (; i < text.length; i++) {
    if (text[i] === '{') {
      nested = true
      open++
    } else if (text[i] === '}' && --open === 0)
      return { name, conversion, spec: text.slice(specStart, i), nested, end: i + 1 }
  }
  return bad(ts, "unmatched '{' in format spec")
}

function render(ts: ThreadState, field: Field, source: Source, depth: number): string | null {
  const shown = formatField(ts, field, source, depth)
  if (shown === 0) return null
  const text = textOf(ts, shown)
  DECREF(ts, shown)
  return text
}

/** What a field becomes, as a str; 0 with an exception. */
function formatField(ts: ThreadState, field: Field, source: Source, depth: number): Owned {
  let value = fieldValue(ts, field.name, source)
  if (value === 0) return 0
  const mark = holdMark(ts)
  hold(ts, value)
  if (field.conversion !== '') {
    const converted = convert(ts, value, field.conversion)
    release(ts, mark)
    DECREF(ts, value)
    if (converted === 0) return 0
    value = converted
    hold(ts, value)
  }
  const result = renderValue(ts, value, field, source, depth)
  release(ts, mark)
  DECREF(ts, value)
  return result
}

function renderValue(ts: ThreadState, value: Borrowed, field: Field, source: Source, depth: number): Owned {
  const spec = field.nested ? build(ts, field.spec, source, depth - 1) : field.spec
  const specObject = spec === null ? 0 : spec === '' ? newref(ts, ts.emptyStr) : newStr(ts, spec)
  if (specObject === 0) return 0
  if (spec === '' && Py_TYPE(ts, value) === ts.types.int) {
    DECREF(ts, specObject)
    return _PyLong_FormatWriter(ts, value)
  }
  const shown = whileOwning(ts, specObject, () => PyObject_Format(ts, value, specObject))
  return shown
}

function convert(ts: ThreadState, value: Borrowed, conversion: string): Owned {
  if (conversion === 'r') return PyObject_Repr(ts, value)
  if (conversion === 's') return PyObject_Str(ts, value)
  if (conversion === 'a') return PyObject_ASCII(ts, value)
  const code = conversion.codePointAt(0) ?? 0
  const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`
  return PyErr_Format(ts, ts.exc.ValueError, `Unknown conversion specifier ${shown}`)
}

/** get_integer: the number a text of digits is, or -1; `null` with ValueError. */
function integerOf(ts: ThreadState, text: string): number | null {
  if (!/^\d+$/.test(text)) return -1
  const n = Number(text)
  return n > Number.MAX_SAFE_INTEGER ? bad(ts, 'Too many decimal digits in format string') : n
}

/** get_field_object: an owned value, or 0 with an exception. */
function fieldValue(ts: ThreadState, name: string, source: Source): Owned {
  const match = /^[^.[]*/.exec(name)
  const first = match?.[0] ?? ''
  let index = integerOf(ts, first)
  if (index === null) return 0
  if (first === '' || index !== -1) {
    const numbering = first === '' ? 'automatic' : 'manual'
    if (source.numbering === 'unknown') source.numbering = numbering
    if (source.numbering !== numbering) {
      const [from, to] =
        numbering === 'automatic'
          ? ['manual field specification', 'automatic field numbering']
          : ['automatic field numbering', 'manual field specification']
      bad(ts, `cannot switch from ${from} to ${to}`)
      return 0
    }
    if (first === '') index = source.next++
  }
  let value = index === -1 ? byName(ts, first, source) : byPosition(ts, index, source)
  for (let rest = name.slice(first.length); value !== 0 && rest !== ''; ) {
    const step = nextStep(ts, rest)
    const inner = whileOwning(ts, value, () => (step === null ? 0 : follow(ts, value, step)))
    value = inner
    rest = step?.rest ?? ''
  }
  return value
}

function byName(ts: ThreadState, name: string, source: Source): Owned {
  const key = newStr(ts, name)
  if (key === 0) return 0
  if (source.mapping !== 0) {
    const value = PyObject_GetItem(ts, source.mapping, key)
    DECREF(ts, key)
    return value
  }
  const n = source.kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, source.kwnames)
  for (let i = 0; i < n; i++)
    if (textOf(ts, PyTuple_GET_ITEM(ts, source.kwnames, i)) === name) {
      DECREF(ts, key)
      return newref(ts, argAt(ts, source.argv, source.nargs + i))
    }
  PyErr_SetObject(ts, ts.exc.KeyError, key)
  DECREF(ts, key)
  return 0
}

function byPosition(ts: ThreadState, index: number, source: Source): Owned {
  if (source.nargs < 0) return PyErr_Format(ts, ts.exc.ValueError, 'Format string contains positional fields')
  if (index < source.nargs) return newref(ts, argAt(ts, source.argv, index))
  return PyErr_Format(ts, ts.exc.IndexError, `Replacement index ${index} out of range for positional args tuple`)
}

interface Step {
  readonly attribute: boolean
  readonly name: string
  readonly rest: string
}

function nextStep(ts: ThreadState, text: string): Step | null {
  if (text[0] === '.') {
    const name = /^[^.[]*/.exec(text.slice(1))?.[0] ?? ''
    if (name === '') return bad(ts, 'Empty attribute in format string')
    return { attribute: true, name, rest: text.slice(1 + name.length) }
  }
  if (text[0] !== '[') return bad(ts, "Only '.' or '[' may follow ']' in format field specifier")
  const end = text.indexOf(']')
  if (end < 0) return bad(ts, "Missing ']' in format string")
  if (end === 1) return bad(ts, 'Empty attribute in format string')
  return { attribute: false, name: text.slice(1, end), rest: text.slice(end + 1) }
}

function follow(ts: ThreadState, value: Borrowed, step: Step): Owned {
  if (step.attribute) {
    const name = newStr(ts, step.name)
    const result = name === 0 ? 0 : PyObject_GetAttr(ts, value, name)
    if (name !== 0) DECREF(ts, name)
    return result
  }
  const index = integerOf(ts, step.name)
  if (index === null) return 0
  const sq_item = slotsOf(ts, value).sq_item
  if (index !== -1 && sq_item && !PyDict_Check(ts, value)) return sq_item(ts, value, index)
  const key = index === -1 ? newStr(ts, step.name) : newInt(ts, index)
  const result = key === 0 ? 0 : PyObject_GetItem(ts, value, key)
  if (key !== 0) DECREF(ts, key)
  return result
}

function do_string_format(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  return formatWhole(ts, self, { argv, nargs, kwnames, mapping: 0, numbering: 'unknown', next: 0 })
}

/**
 * A format that is nothing but one field gives what the field became itself, and one without fields itself
 * (_PyUnicodeWriter_WriteStr copies only a part).
 */
function formatWhole(ts: ThreadState, format: Borrowed, source: Source): Owned {
  const text = textOf(ts, format)
  if (text !== '' && !/[{}]/.test(text)) return newref(ts, format)
  if (/^\{[^{}]*\}$/.test(text)) {
    const field = parseField(ts, text, 1)
    return field === null ? 0 : formatField(ts, field, source, 2)
  }
  const made = build(ts, text, source, 2)
  return made === null ? 0 : newStr(ts, made)
}

function do_string_format_map(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const mapping = argAt(ts, argv, 0)
  return formatWhole(ts, self, { argv, nargs: -1, kwnames: 0, mapping, numbering: 'unknown', next: 0 })
}

export const formatMethods: readonly MethodSpec[] = [
  { name: 'format', kind: 'KEYWORDS', varargs: () => true, call: do_string_format },
  { name: 'format_map', kind: 'O', call: do_string_format_map },
]
