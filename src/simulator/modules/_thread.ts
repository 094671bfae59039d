// Modules/_threadmodule.c: threads and locks. What is made of them is in lib/threading.py.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, slotsOf } from '../heap/refcount.ts'
import { Interpreter, Tstate } from '../heap/runtime.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { PyDict_Check, setItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_SetNone } from '../objects/errors.ts'
import { newFloat } from '../objects/floatobject.ts'
import { newInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { PyThreadState_GetDict } from '../objects/reprenter.ts'
import { PyTuple_Check } from '../objects/tupleobject.ts'
import type { ModuleSpec } from './module.ts'
import { addType, moduleType } from './moduletype.ts'
import { TIMEOUT_MAX } from './thread/acquire.ts'
import { allocateLock, lockType, newLock } from './thread/lockobject.ts'
import { twice } from './thread/native.ts'
import { rlockType } from './thread/rlockobject.ts'
import { scheduler } from './thread/scheduler.ts'

function start(ts: ThreadState, func: Borrowed, args: Borrowed, kwargs: Borrowed, daemon: boolean): Owned {
  const ident = scheduler(ts).start(func, args, kwargs, daemon)
  return ident === 0 ? PyErr_Format(ts, ts.exc.RuntimeError, "can't start new thread") : newInt(ts, ident)
}

/** `start_new_thread(function, args, kwargs={})`: nobody waits for it at the exit. */
function startNewThread(ts: ThreadState, _module: Borrowed, argv: number, nargs: number): Owned {
  const [func, args] = [0, 1].map((i) => argAt(ts, argv, i))
  const kwargs = nargs > 2 ? argAt(ts, argv, 2) : 0
  const refuse = (message: string) => PyErr_Format(ts, ts.exc.TypeError, message)
  if (slotsOf(ts, func).tp_call === undefined) return refuse('first arg must be callable')
  if (!PyTuple_Check(ts, args)) return refuse('2nd arg must be a tuple')
  if (kwargs !== 0 && !PyDict_Check(ts, kwargs)) return refuse('optional 3rd arg must be a dictionary')
  return start(ts, func, args, kwargs, true)
}

/** `_set_sentinel`: a lock that is let go when the thread that runs has ended; the thread does not hold it. */
function setSentinel(ts: ThreadState): Owned {
  const lock = newLock(ts)
  if (lock === 0) return 0
  ts.mem.store(Tstate.on_delete_data, ts.newWeakRef(lock))
  return lock
}

/** The dict of the thread that runs; its last reference goes with the thread. */
function threadDict(ts: ThreadState): Owned {
  const dict = PyThreadState_GetDict(ts)
  return dict === 0 ? 0 : newref(ts, dict)
}

export const _threadModule: ModuleSpec = {
  name: '_thread',
  doc: "This module provides primitive operations to write multi-threaded programs.\nThe 'threading' module provides a more convenient interface.",
  functions: [
    ...twice(['start_new_thread', 'start_new'], { kind: 'FASTCALL', min: 2, max: 3, call: startNewThread }),
    {
      // Not in CPython: its start_joinable_thread, with fewer arguments.
      name: '_start_thread',
      kind: 'FASTCALL',
      min: 3,
      max: 3,
      call: (ts, _module, argv) => {
        const [func, args, daemon] = [0, 1, 2].map((i) => argAt(ts, argv, i))
        return start(ts, func, args, 0, daemon === ts.true_)
      },
    },
    ...allocateLock,
    ...twice(['exit', 'exit_thread'], {
      kind: 'NOARGS',
      call(ts) {
        PyErr_SetNone(ts, ts.exc.SystemExit)
        return 0
      },
    }),
    { name: 'get_ident', kind: 'NOARGS', call: (ts) => newInt(ts, scheduler(ts).ident) },
    { name: 'get_native_id', kind: 'NOARGS', call: (ts) => newInt(ts, scheduler(ts).nativeId) },
    { name: '_count', kind: 'NOARGS', call: (ts) => newInt(ts, scheduler(ts).count) },
    { name: '_set_sentinel', kind: 'NOARGS', call: setSentinel },
    { name: '_thread_dict', kind: 'NOARGS', call: threadDict },
    {
      // Not in CPython, which has it in os: nothing forks here, but what is given lives as long as there.
      name: '_register_at_fork',
      kind: 'O',
      call(ts, _module, argv) {
        ts.mem.store(Interpreter.after_forkers_child, newref(ts, argAt(ts, argv, 0)))
        return newref(ts, ts.none)
      },
    },
  ],
  state: 2,
  exec(ts, module) {
    const lock = ts.profile.modules.lockIsClass ? 'lock' : null
    if (addType(ts, module, lockType(ts.profile), lock) < 0 || addType(ts, module, rlockType(ts.profile)) < 0) return -1
    const dict = PyModule_GetDict(ts, module)
    const longest = newFloat(ts, TIMEOUT_MAX)
    setItemText(ts, dict, 'LockType', moduleType(ts, '_thread.lock'))
    setItemText(ts, dict, 'error', ts.exc.RuntimeError)
    setItemText(ts, dict, 'TIMEOUT_MAX', longest)
    DECREF(ts, longest)
    return 0
  },
}
