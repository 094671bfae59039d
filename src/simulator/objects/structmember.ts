// Python/structmember.c: fields of an instance, read and written by name.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { newBool } from './boolobject.ts'
import type { MemberSpec } from './descriptors.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { newInt, PyLong_AsSsize_t, PyLong_Check } from './longobject.ts'
import { typeName } from './object.ts'
import { PyType_GetFullyQualifiedName } from './typenames.ts'

/** PyMember_GetOne. */
export function PyMember_GetOne(ts: ThreadState, obj: Borrowed, member: MemberSpec): Owned {
  const address = obj + member.offset
  const value = ts.mem.load(address)
  if (member.kind === 'ssize') return newInt(ts, ts.mem.loadWide(address))
  if (member.kind === 'bool') return newBool(ts, value !== 0)
  if (value !== 0) return newref(ts, value)
  if (member.kind === 'object') return newref(ts, ts.none)
  const names = [typeName(ts, obj), PyType_GetFullyQualifiedName(ts, Py_TYPE(ts, obj)), member.name]
  return PyErr_Format(ts, ts.exc.AttributeError, fill(ts.profile.messages.unsetSlot, ...names))
}

/** PyMember_SetOne. `value` 0 deletes. */
export function PyMember_SetOne(ts: ThreadState, obj: Borrowed, member: MemberSpec, value: Borrowed): number {
  const address = obj + member.offset
  const old = ts.mem.load(address)
  if (member.readonly) return failed(ts, ts.exc.AttributeError, 'readonly attribute')
  if (member.kind === 'ssize' || member.kind === 'bool') return setNumber(ts, address, member.kind, value)
  if (value === 0 && old === 0 && member.kind === 'slot') return failed(ts, ts.exc.AttributeError, member.name)
  if (value !== 0) INCREF(ts, value)
  ts.mem.store(address, value)
  if (old !== 0) DECREF(ts, old)
  return 0
}

function setNumber(ts: ThreadState, address: number, kind: 'ssize' | 'bool', value: Borrowed): number {
  if (value === 0) return failed(ts, ts.exc.TypeError, "can't delete numeric/char attribute")
  if (kind === 'bool') {
    const truth = value === ts.true_
    if (!truth && value !== ts.false_) return failed(ts, ts.exc.TypeError, 'attribute value type must be bool')
    ts.mem.store(address, truth ? 1 : 0)
    return 0
  }
  if (!PyLong_Check(ts, value)) return failed(ts, ts.exc.TypeError, 'an integer is required')
  const number = PyLong_AsSsize_t(ts, value)
  if (number === -1 && PyErr_Occurred(ts) !== 0) return -1
  ts.mem.storeWide(address, number)
  return 0
}

function failed(ts: ThreadState, type: Borrowed, message: string): -1 {
  PyErr_Format(ts, type, message)
  return -1
}
