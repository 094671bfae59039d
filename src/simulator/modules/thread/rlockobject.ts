// Modules/_threadmodule.c, _thread.RLock: held by one thread, as often as it likes.

import type { ThreadState } from '../../heap/pystate.ts'
import { newref } from '../../heap/refcount.ts'
import { PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { newBool } from '../../objects/boolobject.ts'
import { argAt } from '../../objects/call.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { newInt, PyLong_AsNumber } from '../../objects/longobject.ts'
import { typeName } from '../../objects/object.ts'
import { Py_BuildTuple, PyTuple_GET_ITEM } from '../../objects/tupleobject.ts'
import { pointer } from '../../objects/typenames.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { newStr } from '../../objects/unicodeobject.ts'
import type { Profile } from '../../profiles/index.ts'
import type { ModuleType } from '../moduletype.ts'
import { acquiring } from './acquire.ts'
import { lockLayout } from './locklayout.ts'
import { lockSlots } from './lockobject.ts'
import { scheduler } from './scheduler.ts'

/** The ident of the thread that holds it, in 8 bytes, and how often. */
const OWNER = PyObject.sizeof + 8
const COUNT = OWNER + 8

function countOf(ts: ThreadState, self: Borrowed): number {
  return ts.mem.load(self + COUNT)
}

function hold(ts: ThreadState, self: Borrowed, owner: number, count: number): void {
  ts.mem.storeWide(self + OWNER, count === 0 ? 0 : owner)
  ts.mem.store(self + COUNT, count)
}

function isMine(ts: ThreadState, self: Borrowed): boolean {
  return countOf(ts, self) > 0 && ts.mem.loadWide(self + OWNER) === scheduler(ts).ident
}

function isFree(ts: ThreadState, self: Borrowed): boolean {
  return countOf(ts, self) === 0 || isMine(ts, self)
}

function take(ts: ThreadState, self: Borrowed): void {
  hold(ts, self, scheduler(ts).ident, countOf(ts, self) + 1)
}

function release(ts: ThreadState, self: Borrowed): Owned {
  if (!isMine(ts, self)) return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot release un-acquired lock')
  hold(ts, self, scheduler(ts).ident, countOf(ts, self) - 1)
  return newref(ts, ts.none)
}

/** For Condition.wait: lets go of it altogether. @returns how often whom it was held by */
function releaseSave(ts: ThreadState, self: Borrowed): Owned {
  if (countOf(ts, self) === 0) return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot release un-acquired lock')
  const state = Py_BuildTuple(ts, [newInt(ts, countOf(ts, self)), newInt(ts, ts.mem.loadWide(self + OWNER))])
  hold(ts, self, 0, 0)
  return state
}

/** Takes it again as often as it was held. */
function acquireRestore(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const state = argAt(ts, argv, 0)
  const restored = (): Owned => {
    const [count, owner] = [0, 1].map((i) => PyLong_AsNumber(ts, PyTuple_GET_ITEM(ts, state, i)))
    hold(ts, self, owner, count)
    return newref(ts, ts.none)
  }
  scheduler(ts).wait(['_acquire_restore'], () => countOf(ts, self) === 0, -1, restored)
  return restored()
}

export const rlockType = (profile: Profile): ModuleType => {
  const { flags, ...layout } = lockLayout(profile, 40, 48)
  return {
    tp_name: '_thread.RLock',
    ...layout,
    flags: [...flags, 'BASETYPE'],
    slots: {
      ...lockSlots,
      tp_new: (ts, type) => PyType_GenericAlloc(ts, type),
      tp_repr(ts, self) {
        const count = countOf(ts, self)
        const state = count === 0 ? 'unlocked' : 'locked'
        const owner = ts.mem.loadWide(self + OWNER)
        const what = `<${state} ${typeName(ts, self)} object owner=${owner} count=${count} at ${pointer(self)}>`
        return newStr(ts, what)
      },
    },
    methods: [
      ...acquiring(['acquire'], isFree, take),
      { name: 'release', kind: 'NOARGS', call: release },
      { name: '__exit__', kind: 'FASTCALL', call: release },
      {
        name: 'locked',
        kind: 'NOARGS',
        when: ({ modules }) => modules.locksInline,
        call: (ts, self) => newBool(ts, countOf(ts, self) > 0),
      },
      { name: '_is_owned', kind: 'NOARGS', call: (ts, self) => newBool(ts, isMine(ts, self)) },
      {
        name: '_recursion_count',
        kind: 'NOARGS',
        call: (ts, self) => newInt(ts, isMine(ts, self) ? countOf(ts, self) : 0),
      },
      { name: '_release_save', kind: 'NOARGS', call: releaseSave },
      { name: '_acquire_restore', kind: 'O', call: acquireRestore },
    ],
  }
}
