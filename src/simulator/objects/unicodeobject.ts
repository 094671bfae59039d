// Objects/unicodeobject.c: the type str. How a str lies in memory is unicodestorage.ts; its methods are in unicodefind.ts,
// unicodesplit.ts, unicodecase.ts, unicodepad.ts, stringformat.ts (format) and unicodeformat.ts (%).

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { _PyArg_BadArgument, checkPositional, parseKeywords } from './call.ts'
import { decodeBytes } from './codecs.ts'
import { PyErr_Format } from './errors.ts'
import { PyObject_Str, PyUnicode_Check, type TypeSpec, typeName } from './object.ts'
import { typeHasVectorcall } from './objectcall.ts'
import { formatMethods } from './stringformat.ts'
import { unicode_iter } from './stringiter.ts'
import { PyType_GetFullyQualifiedName } from './typenames.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { caseMethods } from './unicodecase.ts'
import { findMethods } from './unicodefind.ts'
import { PyUnicode_Format } from './unicodeformat.ts'
import { padMethods } from './unicodepad.ts'
import { reprOfText } from './unicoderepr.ts'
import {
  PyUnicode_Concat,
  PyUnicode_Contains,
  PyUnicode_RichCompare,
  unicode_getitem,
  unicode_repeat,
  unicode_subscript,
} from './unicodeslots.ts'
import { splitMethods } from './unicodesplit.ts'
import {
  fillSubclass,
  newStr,
  PyUnicode_GetLength,
  textOf,
  unicode_dealloc,
  unicode_hash,
  unicode_sizeof,
  unicodeResult,
} from './unicodestorage.ts'

export { joinStrings } from './unicodeslots.ts'
export {
  initUnicode,
  internName,
  internStr,
  isInterned,
  kindOf,
  newOwnStr,
  newStr,
  PyUnicode_Append,
  PyUnicode_EQ,
  PyUnicode_GetLength,
  PyUnicode_InternInPlace,
  textOf,
  unicode_hash,
} from './unicodestorage.ts'

/** str(): of nothing, of an object, or of bytes with an encoding. */
function unicode_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const direct = kwnames === 0 && typeHasVectorcall(ts, type)
  if (direct && checkPositional(ts, 'str', nargs, 0, 3) < 0) return 0
  const args = parseKeywords(ts, 'str', argv, nargs, kwnames, ['object', 'encoding', 'errors'], 0)
  if (args === null) return 0
  for (const [i, name] of [[1, 'encoding'] as const, [2, 'errors'] as const])
    if (args[i] !== 0 && !PyUnicode_Check(ts, args[i])) {
      if (direct) {
        const given = PyType_GetFullyQualifiedName(ts, Py_TYPE(ts, args[i]))
        return PyErr_Format(ts, ts.exc.TypeError, `str() argument '${name}' must be str, not ${given}`)
      }
      return _PyArg_BadArgument(ts, 'str', `argument '${name}'`, 'str', args[i])
    }
  const text = unicodeFrom(ts, args[0], args[1], args[2])
  if (text === 0 || type === ts.types.str) return text
  const instance = PyType_GenericAlloc(ts, type)
  const result = instance === 0 ? 0 : fillSubclass(ts, instance, text)
  DECREF(ts, text)
  return result
}

function unicodeFrom(ts: ThreadState, o: Borrowed, encoding: Borrowed, errors: Borrowed): Owned {
  if (o === 0) return newref(ts, ts.emptyStr)
  if (encoding === 0 && errors === 0) return PyObject_Str(ts, o)
  if (PyObject_CheckBuffer(ts, o)) {
    const name = encoding === 0 ? 'utf-8' : textOf(ts, encoding)
    const bytes = bytesLike(ts, o)
    const text = bytes === null ? null : decodeBytes(ts, bytes, name, errors === 0 ? 'strict' : textOf(ts, errors))
    return text === null ? 0 : newStr(ts, text)
  }
  if (PyUnicode_Check(ts, o)) return PyErr_Format(ts, ts.exc.TypeError, 'decoding str is not supported')
  return PyErr_Format(ts, ts.exc.TypeError, `decoding to str: need a bytes-like object, ${typeName(ts, o)} found`)
}

function unicode_mod(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  return PyUnicode_Check(ts, v) ? PyUnicode_Format(ts, v, w) : newref(ts, ts.notImplemented)
}

/** repr(str). */
export function unicode_repr(ts: ThreadState, o: Borrowed): Owned {
  return newStr(ts, reprOfText(textOf(ts, o)))
}

export const PyUnicode_Type = {
  name: 'str',
  basicsize: (profile) => profile.layout.compactHeader + 8,
  flags: ['BASETYPE', 'UNICODE_SUBCLASS', 'MATCH_SELF'],
  slots: {
    tp_dealloc: unicode_dealloc,
    tp_repr: unicode_repr,
    tp_str: (ts, o) => unicodeResult(ts, o),
    tp_hash: unicode_hash,
    tp_richcompare: PyUnicode_RichCompare,
    tp_iter: unicode_iter,
    tp_new: unicode_new,
    sizeof: unicode_sizeof,
    nb_remainder: unicode_mod,
    sq_length: PyUnicode_GetLength,
    sq_concat: PyUnicode_Concat,
    sq_repeat: unicode_repeat,
    sq_item: unicode_getitem,
    sq_contains: PyUnicode_Contains,
    mp_length: PyUnicode_GetLength,
    mp_subscript: unicode_subscript,
  },
  methods: [...findMethods, ...splitMethods, ...caseMethods, ...padMethods, ...formatMethods],
} satisfies TypeSpec

/** Whether the object is a str and not of a subclass. */
export function PyUnicode_CheckExact(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.str
}
