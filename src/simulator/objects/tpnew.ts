// Objects/typeobject.c, tp_new_wrapper: `__new__` of a native type, as the builtin function in its dict.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from './call.ts'
import { PyErr_Format } from './errors.ts'
import { type MethodSpec, nameOfType, PyType_IsSubtype, typeName } from './object.ts'
import { packArguments, unpackArguments, withoutFirst } from './packing.ts'
import { slot_tp_new } from './slotattributes.ts'

/** The function itself: `type.__new__(subtype, ...)`, with the checks that keep `object.__new__(int)` from being. */
export const tp_new_methoddef = {
  name: '__new__',
  kind: 'KEYWORDS',
  varargs: () => true,
  doc: 'Create and return a new object.  See help(type) for accurate signature.',
  call: tp_new_wrapper,
} satisfies MethodSpec

function tp_new_wrapper(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const name = nameOfType(ts, self)
  if (nargs === 0) return PyErr_Format(ts, ts.exc.TypeError, `${name}.__new__(): not enough arguments`)
  const subtype = argAt(ts, argv, 0)
  if (!(typeFlags(ts, Py_TYPE(ts, subtype)) & TPFLAGS.TYPE_SUBCLASS))
    return PyErr_Format(ts, ts.exc.TypeError, `${name}.__new__(X): X is not a type object (${typeName(ts, subtype)})`)
  const sub = nameOfType(ts, subtype)
  if (!PyType_IsSubtype(ts, subtype, self))
    return PyErr_Format(ts, ts.exc.TypeError, `${name}.__new__(${sub}): ${sub} is not a subtype of ${name}`)
  // The nearest base whose `__new__` is native must be ours: it knows what memory the instance needs.
  let base = subtype
  while (base !== 0 && slotsOfType(ts, base).tp_new === slot_tp_new) base = ts.mem.load(base + PyTypeObject.tp_base)
  const native = base === 0 ? undefined : slotsOfType(ts, base).tp_new
  const own = slotsOfType(ts, self).tp_new
  if (!own || (native && native !== own))
    return PyErr_Format(
      ts,
      ts.exc.TypeError,
      `${name}.__new__(${sub}) is not safe, use ${nameOfType(ts, base)}.__new__()`,
    )
  const all = packArguments(ts, argv, nargs, kwnames)
  const rest = all === null ? null : withoutFirst(ts, all)
  if (all === null || rest === null) return 0
  const made = own(ts, subtype, rest.argv, nargs - 1, kwnames)
  unpackArguments(ts, rest)
  unpackArguments(ts, all)
  return made
}
