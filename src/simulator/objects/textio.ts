// sys.stdout and sys.stderr: just enough of Modules/_io/textio.c for print and write. What is written becomes a happening.
// Objects/fileobject.c: writing to any object that has a method `write`.

import { Happening } from '../../trace/happenings.ts'
import { allocate, freeObject, hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_BadArgument, argAt, callOneArg } from './call.ts'
import { encodeText } from './codecs.ts'
import { getItemText } from './dictobject.ts'
import { PyErr_Occurred } from './errors.ts'
import { getAttributeText, PyObject_GenericGetAttr } from './genericattr.ts'
import { newInt } from './longobject.ts'
import { PyObject_Str, PyUnicode_Check, type TypeSpec } from './object.ts'
import { callAttribute } from './slotcalls.ts'
import { newStr, PyUnicode_GetLength, textOf } from './unicodeobject.ts'

const TextIO = layout(PyObject.sizeof, [['fileno', 'ssize']])

/** Writes text to file number 1 (stdout) or 2 (stderr). Ends the run when the output budget is used up. */
export function write(ts: ThreadState, fileno: number, text: string): void {
  if (text === '') return
  ts.outputLeft -= text.length
  if (ts.outputLeft < 0) throw new Stop({ kind: 'budget', which: 'output' })
  ts.happenings.add(Happening.output, fileno, ts.addText(text))
}

/** Writes a str: stderr takes what UTF-8 has no bytes for too, stdout does not. 0 ok, -1 with UnicodeEncodeError. */
function writeText(ts: ThreadState, file: Borrowed, str: Borrowed): number {
  const fileno = ts.mem.load(file + TextIO.fileno)
  const text = textOf(ts, str)
  if (fileno === 1 && !text.isWellFormed() && encodeText(ts, str, 'utf-8', 'strict') === null) return -1
  write(
    ts,
    fileno,
    text.replace(/\p{Surrogate}/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
  )
  return 0
}

/** Late at exit there is no sys.stderr any more. */
export function hasStderr(ts: ThreadState): boolean {
  const sys = ts.mem.load(Roots.sys_dict)
  const stderr = sys === 0 ? 0 : getItemText(ts, sys, 'stderr')
  return stderr !== 0 && stderr !== ts.none
}

/** PyFile_WriteObject: writes `str(o)` to a file object: anything with a method `write`. 0 ok, -1 error. */
export function PyFile_WriteObject(ts: ThreadState, o: Borrowed, file: Borrowed): number {
  const isStream = Py_TYPE(ts, file) === ts.types.TextIOWrapper
  // Made for a stream too, which is written to without a call: the collector counts it.
  const writer = getAttributeText(ts, file, 'write')
  if (writer === 0) return -1
  const mark = holdMark(ts)
  hold(ts, writer)
  const text = PyObject_Str(ts, o)
  if (text !== 0) hold(ts, text)
  let status = text === 0 ? -1 : 0
  if (text !== 0 && isStream) status = writeText(ts, file, text)
  else if (text !== 0) {
    const result = callOneArg(ts, writer, text)
    if (result === 0) status = -1
    else DECREF(ts, result)
  }
  release(ts, mark)
  if (text !== 0) DECREF(ts, text)
  DECREF(ts, writer)
  return status
}

/** PyFile_WriteString: writes a text of the machine's own. 0 ok, -1 error. */
export function PyFile_WriteString(ts: ThreadState, text: string, file: Borrowed): number {
  const o = newStr(ts, text)
  if (o === 0) return -1
  const status = whileOwning(ts, o, () => PyFile_WriteObject(ts, o, file))
  return status
}

/** `file.flush()`. 0 ok, -1 error. */
export function flushFile(ts: ThreadState, file: Borrowed): number {
  if (Py_TYPE(ts, file) === ts.types.TextIOWrapper) return 0
  const result = callAttribute(ts, 'flush', file)
  if (result === 0) return -1
  DECREF(ts, result)
  return 0
}

/** -1 with TypeError for what `write` does not take. */
function wrongText(ts: ThreadState, text: Borrowed): number {
  if (PyUnicode_Check(ts, text)) return 0
  _PyArg_BadArgument(ts, 'write', 'argument', 'str', text)
  return -1
}

/** A file object for stdout or stderr. */
export function newTextIO(ts: ThreadState, fileno: number): Owned {
  const o = allocate(ts, ts.types.TextIOWrapper, TextIO.sizeof)
  if (o !== 0) ts.mem.store(o + TextIO.fileno, fileno)
  return o
}

/** `sys.stdout`; 0 where it is gone. */
export function sys_stdout(ts: ThreadState): Borrowed {
  const sys = ts.mem.load(Roots.sys_dict)
  return sys === 0 ? 0 : getItemText(ts, sys, 'stdout')
}

export const PyTextIOWrapper_Type: TypeSpec = {
  name: 'TextIOWrapper',
  tp_name: '_io.TextIOWrapper',
  basicsize: TextIO.sizeof,
  flags: ['DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc: freeObject,
    tp_getattro: PyObject_GenericGetAttr,
    tp_repr(ts, self) {
      const name = ts.mem.load(self + TextIO.fileno) === 1 ? 'stdout' : 'stderr'
      return newStr(ts, `<_io.TextIOWrapper name='<${name}>' mode='w' encoding='utf-8'>`)
    },
  },
  methods: [
    {
      name: 'write',
      kind: 'O',
      call(ts, self, argv) {
        const text = argAt(ts, argv, 0)
        if (wrongText(ts, text) < 0) return 0
        if (writeText(ts, self, text) < 0) return 0
        return newInt(ts, PyUnicode_GetLength(ts, text))
      },
    },
    {
      name: 'writelines',
      kind: 'O',
      call(ts, self, argv) {
        const iterator = PyObject_GetIter(ts, argAt(ts, argv, 0))
        if (iterator === 0) return 0
        const mark = holdMark(ts)
        hold(ts, iterator)
        let status = 0
        while (status === 0) {
          const line = PyIter_Next(ts, iterator)
          if (line === 0) break
          status = whileOwning(ts, line, (o) => (wrongText(ts, o) < 0 ? -1 : PyFile_WriteObject(ts, o, self)))
        }
        release(ts, mark)
        DECREF(ts, iterator)
        return status < 0 || PyErr_Occurred(ts) !== 0 ? 0 : newref(ts, ts.none)
      },
    },
    { name: 'flush', kind: 'NOARGS', call: (ts) => newref(ts, ts.none) },
    { name: 'fileno', kind: 'NOARGS', call: (ts, self) => newInt(ts, ts.mem.load(self + TextIO.fileno)) },
    { name: 'isatty', kind: 'NOARGS', call: (ts) => newBool(ts, false) },
    { name: 'writable', kind: 'NOARGS', call: (ts) => newBool(ts, true) },
    { name: 'readable', kind: 'NOARGS', call: (ts) => newBool(ts, false) },
  ],
  getset: [
    {
      name: 'name',
      get: (ts, self) => newStr(ts, ts.mem.load(self + TextIO.fileno) === 1 ? '<stdout>' : '<stderr>'),
    },
    { name: 'encoding', get: (ts) => newStr(ts, 'utf-8') },
    { name: 'closed', get: (ts) => newBool(ts, false) },
  ],
}
