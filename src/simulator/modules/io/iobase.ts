// Modules/_io/iobase.c and textio.c: the bases of files, as far as StringIO stands on them.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter, PySequence_List } from '../../objects/abstract.ts'
import { newBool } from '../../objects/boolobject.ts'
import { argAt, callNoArgs, callOneArg } from '../../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { PyObject_GenericGetDict, PyObject_GenericSetDict } from '../../objects/genericattr.ts'
import { truthOf } from '../../objects/object.ts'
import { lookupAttribute } from '../../objects/typelookup.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'

const B = layout(PyObject.sizeof, [
  ['dict', 'ptr'],
  ['weakreflist', 'ptr'],
])

/** `file.name(...)`. 0 with an exception. */
function call(ts: ThreadState, file: Borrowed, name: string, argument = 0): Owned {
  const method = lookupAttribute(ts, file, name)
  if (method === 0) return PyErr_Occurred(ts) !== 0 ? 0 : PyErr_Format(ts, ts.exc.AttributeError, `no method ${name}`)
  const result = during(ts, [method], () =>
    argument === 0 ? callNoArgs(ts, method) : callOneArg(ts, method, argument),
  )
  DECREF(ts, method)
  return result
}

/** 1 closed, 0 open, -1 error. */
function closed(ts: ThreadState, file: Borrowed): number {
  const value = lookupAttribute(ts, file, 'closed')
  if (value === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  return truthOf(ts, value)
}

function checkClosed(ts: ThreadState, file: Borrowed): boolean {
  const is = closed(ts, file)
  if (is > 0) PyErr_Format(ts, ts.exc.ValueError, 'I/O operation on closed file.')
  return is === 0
}

function unsupported(ts: ThreadState, what: string): 0 {
  return PyErr_Format(ts, moduleType(ts, 'io.UnsupportedOperation'), what)
}

function writelines(ts: ThreadState, file: Borrowed, lines: Borrowed): Owned {
  if (!checkClosed(ts, file)) return 0
  const iterator = PyObject_GetIter(ts, lines)
  if (iterator === 0) return 0
  const ok = during(ts, [iterator], () => {
    for (let line = PyIter_Next(ts, iterator); line !== 0; line = PyIter_Next(ts, iterator)) {
      const result = during(ts, [line], () => call(ts, file, 'write', line))
      DECREF(ts, line)
      if (result === 0) return false
      DECREF(ts, result)
    }
    return PyErr_Occurred(ts) === 0
  })
  DECREF(ts, iterator)
  return ok ? newref(ts, ts.none) : 0
}

/** The base of all files. */
export const iobaseType: ModuleType = {
  tp_name: '_io._IOBase',
  basicsize: B.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  dictoffset: B.dict,
  weaklistoffset: B.weakreflist,
  slots: {
    ...owning([['__dict__', B.dict]]),
    tp_new: (ts, type) => PyType_GenericAlloc(ts, type),
    tp_iter: (ts, file) => (checkClosed(ts, file) ? newref(ts, file) : 0),
  },
  getset: [
    { name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict },
    { name: 'closed', get: (ts) => newBool(ts, false) },
  ],
  methods: [
    { name: '__enter__', kind: 'NOARGS', call: (ts, file) => (checkClosed(ts, file) ? newref(ts, file) : 0) },
    { name: '__exit__', kind: 'FASTCALL', call: (ts, file) => call(ts, file, 'close') },
    { name: 'flush', kind: 'NOARGS', call: (ts, file) => (checkClosed(ts, file) ? newref(ts, ts.none) : 0) },
    { name: 'isatty', kind: 'NOARGS', call: (ts, file) => (checkClosed(ts, file) ? newBool(ts, false) : 0) },
    ...['readable', 'writable', 'seekable'].map((name) => ({
      name,
      kind: 'NOARGS' as const,
      call: (ts: ThreadState) => newBool(ts, false),
    })),
    { name: 'fileno', kind: 'NOARGS', call: (ts) => unsupported(ts, 'fileno') },
    {
      name: 'readlines',
      kind: 'FASTCALL',
      max: 0,
      call: (ts, file) => PySequence_List(ts, file),
    },
    { name: 'writelines', kind: 'O', call: (ts, file, argv) => writelines(ts, file, argAt(ts, argv, 0)) },
  ],
}

/** The base of files of text. */
export const textiobaseType: ModuleType = {
  tp_name: '_io._TextIOBase',
  basicsize: B.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  base: (ts) => moduleType(ts, '_io._IOBase'),
  slots: {},
  getset: ['encoding', 'newlines', 'errors'].map((name) => ({ name, get: (ts) => newref(ts, ts.none) })),
  methods: ['read', 'readline', 'write', 'detach'].map((name) => ({
    name,
    kind: 'FASTCALL' as const,
    call: (ts: ThreadState) => unsupported(ts, name),
  })),
}
