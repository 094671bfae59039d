// Modules/arraymodule.c, array_new: an array from a type code and what it is to hold.

import { during } from '../../heap/objimpl.ts'
import { PyObject_Malloc } from '../../heap/obmalloc.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyObject_GetIter } from '../../objects/abstract.ts'
import { PyByteArray_Check } from '../../objects/bytearraystorage.ts'
import { PyBytes_Check } from '../../objects/bytesstorage.ts'
import { _PyArg_NoKeywords, argAt, checkParsed } from '../../objects/call.ts'
import { PyErr_Format, PyErr_NoMemory } from '../../objects/errors.ts'
import { itemsOf, PyList_Check } from '../../objects/listobject.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { PyUnicode_Check, typeName } from '../../objects/object.ts'
import { PyTuple_Check } from '../../objects/tupleobject.ts'
import { PyUnicode_GetLength } from '../../objects/unicodeobject.ts'
import { textOf } from '../../objects/unicodestorage.ts'
import { warn } from '../../objects/warnings.ts'
import { fill } from '../../profiles/index.ts'
import { array_iter_extend, frombytes } from './arrayextend.ts'
import {
  array_Check,
  array_type,
  descriptorOf,
  hasArrayInit,
  moveBytes,
  newArray,
  place,
  setItem,
  size,
  useBlock,
} from './arraystorage.ts'
import { areCharacters, writeCharacters } from './characters.ts'
import { findDescriptor } from './descriptors.ts'

/** tp_new. */
export function array_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const facts = ts.profile.modules.array
  const typeError = (message: string) => PyErr_Format(ts, ts.exc.TypeError, message)
  const isPlain = type === array_type(ts) || hasArrayInit(ts, type)
  if (isPlain && !_PyArg_NoKeywords(ts, 'array.array', kwnames)) return 0
  if (checkParsed(ts, 'array', nargs, 1, 2) < 0) return 0
  const code = argAt(ts, argv, 0)
  if (!PyUnicode_Check(ts, code)) return typeError(fill(facts.codeType, typeName(ts, code)))
  const length = PyUnicode_GetLength(ts, code)
  if (facts.codeLength !== null && length !== 1) return typeError(fill(facts.codeLength, String(length)))
  return construct(ts, type, textOf(ts, code), nargs > 1 ? argAt(ts, argv, 1) : 0)
}

function construct(ts: ThreadState, type: Borrowed, typecode: string, given: Borrowed): Owned {
  const facts = ts.profile.modules.array
  const ofCharacters = areCharacters(typecode) && facts.typecodes.includes(typecode)
  if (typecode === 'u' && facts.warnsOfU)
    warn(ts, ts.exc.DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16")
  if (given !== 0 && !ofCharacters) {
    const isArray = array_Check(ts, given)
    const what = PyUnicode_Check(ts, given)
      ? 'str'
      : isArray && areCharacters(descriptorOf(ts, given).typecode)
        ? 'unicode array'
        : ''
    if (what !== '') {
      const message = `cannot use a ${what} to initialize an array with typecode '${typecode}'`
      return PyErr_Format(ts, ts.exc.TypeError, message)
    }
  }
  const known = given === 0 || isKnown(ts, typecode, ofCharacters, given)
  const iterator = known ? 0 : PyObject_GetIter(ts, given)
  if (!known && iterator === 0) return 0
  const row = findDescriptor(ts, typecode)
  const made = row === 0 ? badTypecode(ts) : during(ts, [iterator], () => filled(ts, type, row, known ? given : 0))
  if (iterator === 0) return made
  // The iterator is asked for its iterator, and held besides.
  const status = made === 0 ? 0 : during(ts, [made, iterator], () => array_iter_extend(ts, made, iterator))
  if (status < 0) DECREF(ts, made)
  DECREF(ts, iterator)
  return status < 0 ? 0 : made
}

function badTypecode(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.ValueError, ts.profile.modules.array.badTypecode)
}

/** Whether the items need not be asked for one by one. */
function isKnown(ts: ThreadState, typecode: string, ofCharacters: boolean, o: Borrowed): boolean {
  if (PyList_Check(ts, o) || PyTuple_Check(ts, o) || PyBytes_Check(ts, o) || PyByteArray_Check(ts, o)) return true
  if (ofCharacters && PyUnicode_Check(ts, o)) return true
  return array_Check(ts, o) && descriptorOf(ts, o).typecode === typecode
}

/** A new array of what is given. */
function filled(ts: ThreadState, type: Borrowed, row: number, given: Borrowed): Owned {
  const isSequence = given !== 0 && (PyList_Check(ts, given) || PyTuple_Check(ts, given))
  const isArray = given !== 0 && array_Check(ts, given)
  const n = isSequence || isArray ? size(ts, given) : 0
  const a = newArray(ts, type, n, row)
  if (a === 0 || given === 0) return a
  const status = during(ts, [a], () => {
    if (isSequence) return fillFromSequence(ts, a, given, n)
    if (PyBytes_Check(ts, given) || PyByteArray_Check(ts, given)) return frombytes(ts, a, given)
    if (PyUnicode_Check(ts, given)) return fillFromText(ts, a, textOf(ts, given))
    moveBytes(ts, place(ts, a, 0), place(ts, given, 0), n * descriptorOf(ts, a).itemsize)
    return 0
  })
  if (status === 0) return a
  DECREF(ts, a)
  return 0
}

function fillFromSequence(ts: ThreadState, a: Borrowed, sequence: Borrowed, n: number): number {
  for (let i = 0; i < n; i++) {
    chargeWork(ts, 1)
    if (i >= size(ts, sequence)) {
      PyErr_Format(ts, ts.exc.IndexError, 'list index out of range')
      return -1
    }
    const item = newref(ts, ts.mem.load(itemsOf(ts, sequence) + i * 8))
    const status = during(ts, [item], () => setItem(ts, a, i, item))
    DECREF(ts, item)
    if (status < 0) return -1
  }
  return 0
}

/** The copy of the text, which ends with a zero, becomes the block. */
function fillFromText(ts: ThreadState, a: Borrowed, text: string): number {
  const n = [...text].length
  if (n === 0 && descriptorOf(ts, a).typecode === 'u') return 0
  const block = PyObject_Malloc(ts.mem, (n + 1) * 4)
  if (block === 0) {
    PyErr_NoMemory(ts)
    return -1
  }
  writeCharacters(ts, block, text)
  ts.mem.store(block + n * 4, 0)
  useBlock(ts, a, block, n, n)
  return 0
}
