// The instances there are most of: of a class that only `object` stands above and that has no `__slots__`, with their attributes
// in the values inside them (since 3.13) and no dict made of those. What the general ways ask of each class in turn is known.

import type { ThreadState } from './pystate.ts'
import { TPFLAGS } from './refcount.ts'
import { MANAGED_DICT_OFFSET, PyDictKeysObject, PyDictValues, PyObject, PyTypeObject, PyVarObject } from './structs.ts'
import type { Borrowed } from './typeslots.ts'

/** In words: fields of objects, of types and of the keys that instances share; the dict, where one has been made. */
const TYPE = PyObject.ob_type >> 2
const OB_SIZE = PyVarObject.ob_size >> 2
const TP_FLAGS = PyTypeObject.tp_flags >> 2
const TP_BASE = PyTypeObject.tp_base >> 2
const TP_BASICSIZE = PyTypeObject.tp_basicsize >> 2
const CACHED_KEYS = PyTypeObject.ht_cached_keys >> 2
const NENTRIES = PyDictKeysObject.dk_nentries >> 2
const FIRST_VALUE = PyDictValues.values >> 2
const MANAGED_DICT = MANAGED_DICT_OFFSET >> 2
/** In the first word of the values: how many there is room for, and whether they are in use. */
const CAPACITY_MASK = 0xff
const VALID_SHIFT = 24

/**
 * The word in which the values of an instance begin; 0 where it is not one of those.
 * @param type of the object
 */
export function plainValues(ts: ThreadState, o: Borrowed, type: Borrowed): number {
  const { words } = ts.mem
  const t = type >> 2
  if ((words[t + TP_FLAGS] & TPFLAGS.INLINE_VALUES) === 0) return 0
  if (words[t + TP_BASE] !== ts.types.object || words[t + OB_SIZE] !== 0) return 0
  if (words[(o >> 2) + MANAGED_DICT] !== 0) return 0
  const values = (o + words[t + TP_BASICSIZE]) >> 2
  return words[values] >>> VALID_SHIFT === 0 ? 0 : values
}

/**
 * What such an instance holds, as its tp_traverse visits it: the values and the class.
 * @param found takes them; there is room for more than an instance has inside
 * @returns how many, 0 where it is not one of those
 */
export function plainReferents(ts: ThreadState, o: Borrowed, found: Int32Array): number {
  const { words } = ts.mem
  const type = words[(o >> 2) + TYPE]
  const values = plainValues(ts, o, type)
  if (values === 0) return 0
  const entries = words[(words[(type >> 2) + CACHED_KEYS] >> 2) + NENTRIES]
  const n = Math.min(entries, words[values] & CAPACITY_MASK)
  let count = 0
  for (let i = 0, at = values + FIRST_VALUE; i < n; i++, at += 2) if (words[at] !== 0) found[count++] = words[at]
  found[count++] = type
  return count
}
