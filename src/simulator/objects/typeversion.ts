// Objects/typeobject.c: the version of a class, which a specialised instruction remembers. It changes with every change of
// the class or of one of its bases, so that nothing that was learned of the class is used any more.

import type { ThreadState } from '../heap/pystate.ts'
import { TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { Interpreter } from '../heap/runtime.ts'
import { PyTypeObject as T } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { subclassesOf } from './subclasses.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

/** assign_version_tag: the version of a class as it is now. */
export function typeVersion(ts: ThreadState, type: Borrowed): number {
  const { mem } = ts
  const version = mem.load(type + T.tp_version_tag)
  if (version !== 0) return version
  // Its bases have one too, so that what changes a base finds its way here.
  const bases = mem.load(type + T.tp_bases)
  if (bases !== 0) for (let i = 0; i < PyTuple_GET_SIZE(ts, bases); i++) typeVersion(ts, PyTuple_GET_ITEM(ts, bases, i))
  const next = mem.load(Interpreter.type_version) + 1
  mem.store(Interpreter.type_version, next)
  mem.store(type + T.tp_version_tag, next)
  return next
}

/** PyType_Modified: a class and those below it have no version until the next is asked for. */
export function PyType_Modified(ts: ThreadState, type: Borrowed): void {
  if (ts.mem.load(type + T.tp_version_tag) === 0) return
  ts.mem.store(type + T.tp_version_tag, 0)
  if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) ts.mem.store(type + T.spec_getitem, 0)
  for (const subclass of subclassesOf(ts, type)) PyType_Modified(ts, subclass)
}
