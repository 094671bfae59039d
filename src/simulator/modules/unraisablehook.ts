// Python/errors.c: `sys.unraisablehook`, which is told of exceptions that nobody can catch, and what it is told with
// (Objects/structseq.c: a tuple whose items have names).

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState, Unraisable } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { getItemText, PyDict_New, setItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_NoMemory } from '../objects/errors.ts'
import { PySequence_Fast } from '../objects/listsubscript.ts'
import { newInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { type MethodSpec, PyObject_Repr } from '../objects/object.ts'
import { PySequence_Tuple } from '../objects/sequencetuple.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_SET_ITEM } from '../objects/tupleobject.ts'
import { internStr, newStr, textOf } from '../objects/unicodeobject.ts'
import type { Profile } from '../profiles/index.ts'
import { addType, type ModuleType, moduleType } from './moduletype.ts'

const NAME = 'UnraisableHookArgs'
const FIELDS = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'] as const

/** PyStructSequence_New, with its fields. It is not tracked. 0 with MemoryError. */
export function newUnraisableArgs(ts: ThreadState, unraisable: Unraisable): Owned {
  return structseq(
    ts,
    FIELDS.map((field) => unraisable[field] || ts.none),
  )
}

function structseq(ts: ThreadState, fields: readonly Borrowed[]): Owned {
  const { tupleItems } = ts.profile.layout
  const o = allocate(ts, moduleType(ts, NAME), tupleItems + fields.length * 8)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + PyVarObject.ob_size, fields.length)
  // No hash is known yet, where the version keeps it.
  if (tupleItems !== PyVarObject.sizeof) ts.mem.storeWide(o + PyVarObject.sizeof, -1)
  for (const [i, field] of fields.entries()) PyTuple_SET_ITEM(ts, o, i, newref(ts, field))
  return o
}

function itemsOf(ts: ThreadState, tuple: Borrowed): Borrowed[] {
  return Array.from({ length: PyTuple_GET_SIZE(ts, tuple) }, (_, i) => PyTuple_GET_ITEM(ts, tuple, i))
}

/** structseq_new: from a sequence of as many items. */
function fromSequence(ts: ThreadState, given: Borrowed): Owned {
  const sequence = PySequence_Fast(ts, given, 'constructor requires a sequence')
  if (sequence === 0) return 0
  const items = PySequence_Tuple(ts, sequence)
  DECREF(ts, sequence)
  if (items === 0) return 0
  const n = PyTuple_GET_SIZE(ts, items)
  const message = `${NAME}() takes a ${FIELDS.length}-sequence (${n}-sequence given)`
  const o = n === FIELDS.length ? structseq(ts, itemsOf(ts, items)) : PyErr_Format(ts, ts.exc.TypeError, message)
  DECREF(ts, items)
  if (o !== 0) track(ts.mem, o)
  return o
}

function repr(ts: ThreadState, self: Borrowed): Owned {
  const parts: string[] = []
  for (const [i, item] of itemsOf(ts, self).entries()) {
    const text = PyObject_Repr(ts, item)
    if (text === 0) return 0
    parts.push(`${FIELDS[i]}=${textOf(ts, text)}`)
    DECREF(ts, text)
  }
  return newStr(ts, `${NAME}(${parts.join(', ')})`)
}

/** structseq_reduce: the class, and what to give it. */
function reduce(ts: ThreadState, self: Borrowed): Owned {
  const copy = PyTuple_FromArray(
    ts,
    itemsOf(ts, self).map((item) => newref(ts, item)),
  )
  if (copy === 0) return 0
  const args = PyTuple_FromArray(ts, [copy, PyDict_New(ts)])
  return args === 0 ? 0 : PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, self)), args])
}

const argsType = ({ layout }: Profile): ModuleType => ({
  tp_name: NAME,
  alwaysStatic: true,
  basicsize: layout.tupleItems,
  itemsize: 8,
  base: (ts) => ts.types.tuple,
  flags: ['HAVE_GC', 'TUPLE_SUBCLASS', 'SEQUENCE'],
  doc: `${NAME}\n\nType used to pass arguments to sys.unraisablehook.`,
  slots: {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      for (const item of itemsOf(ts, self)) XDECREF(ts, item)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [index, item] of itemsOf(ts, self).entries()) visit(item, { kind: 'item', index })
    },
    tp_new(ts, _type, argv, nargs) {
      if (nargs > 0) return fromSequence(ts, argAt(ts, argv, 0))
      return PyErr_Format(ts, ts.exc.TypeError, `${NAME}() missing required argument 'sequence' (pos 1)`)
    },
    tp_repr: repr,
  },
  methods: [{ name: '__reduce__', kind: 'NOARGS', call: reduce }],
  members: FIELDS.map((field, i) => [field, layout.tupleItems + i * 8]),
})

/** `sys.unraisablehook` itself. */
export const unraisableHook: MethodSpec = {
  name: 'unraisablehook',
  kind: 'O',
  call(ts, _sys, argv) {
    const args = argAt(ts, argv, 0)
    if (Py_TYPE(ts, args) !== moduleType(ts, NAME))
      return PyErr_Format(ts, ts.exc.TypeError, `sys.unraisablehook argument type must be ${NAME}`)
    const [exc_type, exc_value, exc_traceback, err_msg, object] = itemsOf(ts, args).map((o) => (o === ts.none ? 0 : o))
    ts.printUnraisable({ exc_type, exc_value, exc_traceback, err_msg, object })
    return newref(ts, ts.none)
  },
}

/** Adds the type to the interpreter, and the hook to `sys` under its second name. -1 on failure. */
export function addUnraisableHook(ts: ThreadState, sys: Borrowed): number {
  if (addType(ts, sys, argsType(ts.profile), null) < 0) return -1
  const dict = ts.mem.load(moduleType(ts, NAME) + PyTypeObject.tp_dict)
  for (const [name, number] of [
    ['n_sequence_fields', FIELDS.length],
    ['n_fields', FIELDS.length],
    ['n_unnamed_fields', 0],
  ] as const) {
    setItemText(ts, dict, name, newInt(ts, number))
  }
  const names = PyTuple_FromArray(
    ts,
    FIELDS.map((field) => internStr(ts, field)),
  )
  setItemText(ts, dict, '__match_args__', names)
  DECREF(ts, names)
  const own = PyModule_GetDict(ts, sys)
  return setItemText(ts, own, '__unraisablehook__', getItemText(ts, own, unraisableHook.name))
}
