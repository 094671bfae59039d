// Python/specialize.c, specialize_attr_loadmethod: of what kind the attributes of an instance are for which LOAD_ATTR takes a
// method unbound, and what must still hold when it does.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject as T } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { DKIX_EMPTY, hashKey, keysEntries, lookupUnicode } from '../objects/dictkeys.ts'
import { instanceValues, managedDict } from '../objects/inlinevalues.ts'

/** LOAD_ATTR_METHOD_NO_DICT and LOAD_ATTR_METHOD_LAZY_DICT; what is greater is LOAD_ATTR_METHOD_WITH_VALUES. */
const NO_DICT = 1
const LAZY_DICT = 2

/**
 * The guard of a method of `o`: its form with the state of the keys that instances share (here how many there are), which must
 * be the same again.
 * @returns 0 where the method may be hidden by an attribute of the instance
 */
export function methodGuard(ts: ThreadState, o: Borrowed, name: Borrowed): number {
  const type = Py_TYPE(ts, o)
  if ((typeFlags(ts, type) & TPFLAGS.MANAGED_DICT) === 0) return ts.mem.load(type + T.tp_dictoffset) === 0 ? NO_DICT : 0
  if (instanceValues(ts, o) === 0) {
    const hasValues = ts.profile.instances.inlineValues === 'separate' || typeFlags(ts, type) & TPFLAGS.INLINE_VALUES
    return hasValues || managedDict(ts, o) !== 0 ? 0 : LAZY_DICT
  }
  const keys = ts.mem.load(type + T.ht_cached_keys)
  const low = hashKey(ts, name)
  const isHidden = lookupUnicode(ts, keys, name, low, ts.hashHigh) !== DKIX_EMPTY
  return isHidden ? 0 : LAZY_DICT + 1 + keysEntries(ts, keys)
}
