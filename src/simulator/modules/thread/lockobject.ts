// Modules/_threadmodule.c, _thread.lock: held by one at a time, and let go by anybody.

import { untrack } from '../../heap/gchead.ts'
import { freeObject } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned, TypeSlots } from '../../heap/typeslots.ts'
import { newBool } from '../../objects/boolobject.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { typeName } from '../../objects/object.ts'
import { pointer } from '../../objects/typenames.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { newStr } from '../../objects/unicodeobject.ts'
import type { Profile } from '../../profiles/index.ts'
import { type ModuleType, moduleType } from '../moduletype.ts'
import { acquiring } from './acquire.ts'
import { LOCKED, lockLayout } from './locklayout.ts'
import { twice } from './native.ts'

/** Lifetime of a lock. */
export const lockSlots: Pick<TypeSlots, 'tp_dealloc' | 'tp_traverse'> = {
  tp_dealloc(ts, self) {
    untrack(ts.mem, self)
    ts.clearWeakRefs(self)
    freeObject(ts, self)
  },
  tp_traverse() {},
}

function isHeld(ts: ThreadState, self: Borrowed): boolean {
  return ts.mem.load(self + LOCKED) !== 0
}

/** A lock that nobody holds. */
export function newLock(ts: ThreadState): Owned {
  return PyType_GenericAlloc(ts, moduleType(ts, '_thread.lock'))
}

function release(ts: ThreadState, self: Borrowed): Owned {
  if (!isHeld(ts, self)) return PyErr_Format(ts, ts.exc.RuntimeError, 'release unlocked lock')
  ts.mem.store(self + LOCKED, 0)
  return newref(ts, ts.none)
}

export const lockType = (profile: Profile): ModuleType => {
  const { flags, ...layout } = lockLayout(profile, 24, 40)
  const { lockIsClass } = profile.modules
  return {
    tp_name: '_thread.lock',
    ...layout,
    flags: lockIsClass ? flags : [...flags, 'DISALLOW_INSTANTIATION'],
    slots: {
      ...lockSlots,
      ...(lockIsClass ? { tp_new: newLock } : {}),
      tp_repr(ts, self) {
        const state = isHeld(ts, self) ? 'locked' : 'unlocked'
        return newStr(ts, `<${state} ${typeName(ts, self)} object at ${pointer(self)}>`)
      },
    },
    methods: [
      ...acquiring(
        ['acquire', 'acquire_lock'],
        (ts, self) => !isHeld(ts, self),
        (ts, self) => ts.mem.store(self + LOCKED, 1),
      ),
      ...twice(['release', 'release_lock'], { kind: 'NOARGS', call: release }),
      ...twice(['locked', 'locked_lock'], { kind: 'NOARGS', call: (ts, self) => newBool(ts, isHeld(ts, self)) }),
      { name: '__exit__', kind: 'FASTCALL', call: release },
    ],
  }
}

/** `_thread.allocate_lock`, which was `threading.Lock` up to 3.12. */
export const allocateLock = twice(['allocate_lock', 'allocate'], { kind: 'NOARGS', call: newLock })
