// No module of CPython: what lib/traceback.py needs of the interpreter's own printing of exceptions.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { newList, PyList_Append } from '../objects/listobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { newStr, textOf } from '../objects/unicodeobject.ts'
import { warn } from '../objects/warnings.ts'
import type { ModuleSpec } from './module.ts'

/** A list of texts; 0 with MemoryError. */
function textList(ts: ThreadState, lines: readonly string[]): Owned {
  const list = newList(ts, 0)
  for (const line of list === 0 ? [] : lines) {
    const text = newStr(ts, line)
    const status = text === 0 ? -1 : PyList_Append(ts, list, text)
    if (text !== 0) DECREF(ts, text)
    if (status === 0) continue
    DECREF(ts, list)
    return 0
  }
  return list
}

function asked(name: string, of: (ts: ThreadState, o: Borrowed) => string[]): MethodSpec {
  return {
    name,
    kind: 'O',
    call(ts, _module, argv) {
      const o = argAt(ts, argv, 0)
      return textList(
        ts,
        during(ts, [o], () => of(ts, o)),
      )
    },
  }
}

export const tracebackCModule: ModuleSpec = {
  name: '_traceback',
  functions: [
    asked('entries', (ts, o) => (o === ts.none ? [] : ts.printing.entries(o))),
    asked('last_lines', (ts, o) => ts.printing.last(o)),
    {
      name: 'warn_deprecated',
      kind: 'O',
      /** Blames who called the function that warns. */
      call(ts, _module, argv) {
        warn(ts, ts.exc.DeprecationWarning, textOf(ts, argAt(ts, argv, 0)), '', 1)
        return newref(ts, ts.none)
      },
    },
  ],
}
