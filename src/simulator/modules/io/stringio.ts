// Modules/_io/stringio.c: StringIO, text in memory that is read and written like a file.
// Left out: `__getstate__` and `__setstate__`, `detach`.

import { untrack } from '../../heap/gchead.ts'
import { freeObject } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned, Vectorcall } from '../../heap/typeslots.ts'
import { PyNumber_AsSsize_t, PyNumber_Index } from '../../objects/abstract.ts'
import { newBool } from '../../objects/boolobject.ts'
import { argAt, parseKeywords } from '../../objects/call.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { PyObject_GenericGetDict, PyObject_GenericSetDict } from '../../objects/genericattr.ts'
import { newInt, PyLong_AsSsize_t } from '../../objects/longobject.ts'
import { type MethodSpec, PyUnicode_Check, reprText, typeName } from '../../objects/object.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { PyUnicode_GetLength, textOf } from '../../objects/unicodeobject.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'
import {
  accumulate,
  bufferOf,
  close,
  isClosed,
  isOpen,
  lengthOf,
  NEWLINES,
  positionOf,
  readLine,
  S,
  setPosition,
  setText,
  sliceOf,
  wholeText,
  writeText,
} from './textbuffer.ts'

function stringio_init(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  const values = parseKeywords(ts, 'StringIO', argv, nargs, kwnames, ['initial_value', 'newline'], 0)
  if (!values) return -1
  const [initial, newline] = values
  const fail = (type: Borrowed, message: string) => {
    PyErr_Format(ts, type, message)
    return -1
  }
  if (newline !== 0 && newline !== ts.none && !PyUnicode_Check(ts, newline))
    return fail(ts.exc.TypeError, `newline must be str or None, not ${typeName(ts, newline)}`)
  const kind = newline === 0 ? 2 : NEWLINES.indexOf(newline === ts.none ? null : (textOf(ts, newline) as '\n'))
  if (kind < 0) return fail(ts.exc.ValueError, `illegal newline value: ${reprText(ts, newline)}`)
  if (initial !== 0 && initial !== ts.none && !PyUnicode_Check(ts, initial))
    return fail(ts.exc.TypeError, `initial_value must be str or None, not ${typeName(ts, initial)}`)
  ts.mem.store(self + S.newline, kind)
  ts.mem.store(self + S.closed, 0)
  if (setText(ts, self, newref(ts, ts.emptyStr)) < 0) return -1
  setPosition(ts, self, 0)
  CLEAR(ts, self + S.pieces)
  const status = initial !== 0 && initial !== ts.none ? writeText(ts, self, initial) : accumulate(ts, self)
  if (status < 0) return -1
  setPosition(ts, self, 0)
  return 0
}

/** The number given for a size or None, which is -1; `null` with TypeError. */
function sizeArgument(ts: ThreadState, argv: number, nargs: number): number | null {
  const o = nargs === 0 ? ts.none : argAt(ts, argv, 0)
  if (o === ts.none) return -1
  const value = PyNumber_Index(ts, o)
  if (value === 0) {
    PyErr_Clear(ts)
    PyErr_Format(ts, ts.exc.TypeError, `argument should be integer or None, not '${typeName(ts, o)}'`)
    return null
  }
  const size = PyLong_AsSsize_t(ts, value)
  DECREF(ts, value)
  return PyErr_Occurred(ts) !== 0 ? null : size
}

function read(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const size = sizeArgument(ts, argv, nargs)
  if (size === null) return 0
  const start = positionOf(ts, self)
  const length = lengthOf(ts, self)
  const end = size < 0 ? length : Math.min(length, start + size)
  if (end <= start) return newref(ts, ts.emptyStr)
  setPosition(ts, self, end)
  return start === 0 && end === length ? wholeText(ts, self) : sliceOf(ts, bufferOf(ts, self), start, end)
}

function seek(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const pos = PyNumber_AsSsize_t(ts, argAt(ts, argv, 0), ts.exc.OverflowError)
  if (pos === -1 && PyErr_Occurred(ts) !== 0) return 0
  const whence = nargs < 2 ? 0 : PyNumber_AsSsize_t(ts, argAt(ts, argv, 1), ts.exc.OverflowError)
  if (whence === -1 && PyErr_Occurred(ts) !== 0) return 0
  if (whence < 0 || whence > 2)
    return PyErr_Format(ts, ts.exc.ValueError, `Invalid whence (${whence}, should be 0, 1 or 2)`)
  if (pos < 0 && whence === 0) return PyErr_Format(ts, ts.exc.ValueError, `Negative seek position ${pos}`)
  if (whence !== 0 && pos !== 0) return PyErr_Format(ts, ts.exc.OSError, "Can't do nonzero cur-relative seeks")
  const target = whence === 0 ? pos : whence === 1 ? positionOf(ts, self) : lengthOf(ts, self)
  setPosition(ts, self, target)
  return newInt(ts, target)
}

function truncate(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const given = sizeArgument(ts, argv, nargs)
  if (given === null) return 0
  const isGiven = nargs > 0 && argAt(ts, argv, 0) !== ts.none
  if (isGiven && given < 0) return PyErr_Format(ts, ts.exc.ValueError, `Negative size value ${given}`)
  const size = isGiven ? given : positionOf(ts, self)
  if (size < lengthOf(ts, self) && setText(ts, self, sliceOf(ts, bufferOf(ts, self), 0, size)) < 0) return 0
  return newInt(ts, size)
}

function write(ts: ThreadState, self: Borrowed, text: Borrowed): Owned {
  if (!PyUnicode_Check(ts, text))
    return PyErr_Format(ts, ts.exc.TypeError, `string argument expected, got '${typeName(ts, text)}'`)
  if (!isOpen(ts, self)) return 0
  return writeText(ts, self, text) < 0 ? 0 : newInt(ts, PyUnicode_GetLength(ts, text))
}

/** A method that needs the file open. */
function onOpen(name: string, max: number, call: Vectorcall, min = 0): MethodSpec {
  const checked: Vectorcall = (ts, self, argv, nargs, kwnames) =>
    isOpen(ts, self) ? call(ts, self, argv, nargs, kwnames) : 0
  return max === 0 ? { name, kind: 'NOARGS', call: checked } : { name, kind: 'FASTCALL', min, max, call: checked }
}

const methods: readonly MethodSpec[] = [
  { name: 'write', kind: 'O', call: (ts, self, argv) => write(ts, self, argAt(ts, argv, 0)) },
  onOpen('read', 1, read),
  onOpen('readline', 1, (ts, self, argv, nargs) => {
    const limit = sizeArgument(ts, argv, nargs)
    return limit === null ? 0 : readLine(ts, self, limit)
  }),
  onOpen('seek', 2, seek, 1),
  onOpen('truncate', 1, truncate),
  onOpen('tell', 0, (ts, self) => newInt(ts, positionOf(ts, self))),
  onOpen('getvalue', 0, wholeText),
  ...['readable', 'writable', 'seekable'].map((name) => onOpen(name, 0, (ts) => newBool(ts, true))),
  {
    name: 'close',
    kind: 'NOARGS',
    call(ts, self) {
      close(ts, self)
      return newref(ts, ts.none)
    },
  },
]

const base = owning([['__dict__', S.dict]])

export const stringioType: ModuleType = {
  tp_name: '_io.StringIO',
  basicsize: S.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  base: (ts) => moduleType(ts, '_io._TextIOBase'),
  dictoffset: S.dict,
  weaklistoffset: S.weakreflist,
  slots: {
    ...base,
    owns: {
      fields: [
        ['buffer', S.buf],
        ['pieces', S.pieces],
        ['__dict__', S.dict],
      ],
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      if (ts.mem.load(self + S.weakreflist) !== 0) ts.clearWeakRefs(self)
      for (const offset of [S.buf, S.pieces, S.dict]) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_new: (ts, type) => PyType_GenericAlloc(ts, type),
    tp_init: stringio_init,
    tp_iter: (ts, self) => (isClosed(ts, self) ? closedFile(ts) : newref(ts, self)),
    tp_iternext: (ts, self) => (isOpen(ts, self) ? nextLine(ts, self) : 0),
  },
  methods,
  getset: [
    { name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict },
    { name: 'closed', get: (ts, self) => newBool(ts, isClosed(ts, self)) },
    { name: 'line_buffering', get: (ts, self) => (isOpen(ts, self) ? newBool(ts, false) : 0) },
    ...['newlines', 'encoding', 'errors'].map((name) => ({ name, get: (ts: ThreadState) => newref(ts, ts.none) })),
  ],
}

function closedFile(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.ValueError, 'I/O operation on closed file.')
}

/** The next line of an iteration; 0 at the end. */
function nextLine(ts: ThreadState, self: Borrowed): Owned {
  return positionOf(ts, self) >= lengthOf(ts, self) ? 0 : readLine(ts, self, -1)
}
