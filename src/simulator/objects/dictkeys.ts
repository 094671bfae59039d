// The key tables of dicts (PyDictKeysObject in Objects/dictobject.c): a hash index of small numbers, then the entries in
// insertion order. A table of only str keys has entries of 16 bytes (key, value); a general one of 24 (hash, key, value);
// the shared table of a class has 16, and the values are elsewhere.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { hold, holdBlock, holdMark, release } from '../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyDictKeysObject, PyDictObject, PyUnicodeObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { Py_EQ, PyObject_Hash, PyObject_RichCompareBool } from './object.ts'
import { PyUnicode_EQ } from './unicodeobject.ts'

/** `dk_kind`. */
export const DICT_KEYS_GENERAL = 0
export const DICT_KEYS_UNICODE = 1
export const DICT_KEYS_SPLIT = 2

/** What the hash index says besides a position: nothing was ever here; something was deleted; the lookup failed. */
export const DKIX_EMPTY = -1
export const DKIX_DUMMY = -2
export const DKIX_ERROR = -3
const DKIX_KEY_CHANGED = -4

/** log2 of the smallest number of slots. */
export const PyDict_LOG_MINSIZE = 3

/** log2 of the number of slots. */
export function keysLog2(ts: ThreadState, keys: number): number {
  return ts.mem.words[(keys + PyDictKeysObject.dk_sizes) >> 2] & 0xff
}

export function keysKind(ts: ThreadState, keys: number): number {
  return (ts.mem.words[(keys + PyDictKeysObject.dk_sizes) >> 2] >> 16) & 0xff
}

/** How many keys a table of 2**log2 slots takes: two thirds. */
export function usableFraction(log2: number): number {
  return Math.floor(2 ** (log2 + 1) / 3)
}

export function keysEntries(ts: ThreadState, keys: number): number {
  return ts.mem.words[(keys + PyDictKeysObject.dk_nentries) >> 2]
}

export function keysUsable(ts: ThreadState, keys: number): number {
  return ts.mem.words[(keys + PyDictKeysObject.dk_usable) >> 2]
}

/** Where the first entry's key stands. */
export function firstKey(ts: ThreadState, keys: number): number {
  const sizes = ts.mem.words[(keys + PyDictKeysObject.dk_sizes) >> 2]
  const at = keys + PyDictKeysObject.sizeof + (1 << ((sizes >> 8) & 0xff))
  return (sizes >> 16) & 0xff ? at : at + 8
}

/** Bytes of one entry. */
export function entrySize(ts: ThreadState, keys: number): number {
  return keysKind(ts, keys) === DICT_KEYS_GENERAL ? 24 : 16
}

/** Bytes of the whole table (_PyDict_KeysSize). */
export function keysSize(ts: ThreadState, keys: number): number {
  const sizes = ts.mem.load(keys + PyDictKeysObject.dk_sizes)
  const entries = usableFraction(sizes & 0xff) * entrySize(ts, keys)
  return PyDictKeysObject.sizeof + 2 ** ((sizes >> 8) & 0xff) + entries
}

/** The smallest log2 of slots for `minsize` (calculate_log2_keysize). */
export function log2ForSize(ts: ThreadState, minsize: number): number {
  if (ts.profile.containers.exactKeysSize) return Math.max(PyDict_LOG_MINSIZE, ceilLog2(minsize))
  return 32 - Math.clz32(((minsize | 8) - 1) | 7)
}

function ceilLog2(n: number): number {
  return n <= 1 ? 0 : 32 - Math.clz32(n - 1)
}

/** log2 of slots that take `n` keys at once (estimate_log2_keysize). */
export function log2ForKeys(ts: ThreadState, n: number): number {
  return log2ForSize(ts, Math.floor((n * 3 + 1) / 2))
}

/** A new empty table with count 1, or 0 with MemoryError. */
export function newKeys(ts: ThreadState, log2: number, unicode: boolean): number {
  const mem = ts.mem
  const usable = usableFraction(log2)
  const log2Bytes = log2 < 8 ? log2 : log2 < 16 ? log2 + 1 : log2 + 2
  const indexBytes = 2 ** log2Bytes
  const entryBytes = usable * (unicode ? 16 : 24)
  const bytes = PyDictKeysObject.sizeof + indexBytes + entryBytes
  if (bytes > ts.budgets.memory) return PyErr_NoMemory(ts)
  let keys = log2 === PyDict_LOG_MINSIZE && unicode ? freelistPop(ts, FreeList.dictkeys) : 0
  if (keys === 0) keys = PyObject_Malloc(mem, bytes)
  if (keys === 0) return PyErr_NoMemory(ts)
  mem.store(keys, 1)
  mem.store(keys + 4, 0)
  const kind = unicode ? DICT_KEYS_UNICODE : DICT_KEYS_GENERAL
  mem.store(keys + PyDictKeysObject.dk_sizes, log2 | (log2Bytes << 8) | (kind << 16))
  mem.store(keys + PyDictKeysObject.dk_version, 0)
  mem.storeWide(keys + PyDictKeysObject.dk_usable, usable)
  mem.storeWide(keys + PyDictKeysObject.dk_nentries, 0)
  const indices = keys + PyDictKeysObject.sizeof
  for (let i = 0; i < indexBytes; i += 4) mem.store(indices + i, -1)
  mem.clear(indices + indexBytes, entryBytes)
  return keys
}

/** The table all empty dicts share: one slot, no room. */
export function emptyKeys(ts: ThreadState): number {
  if (ts.emptyKeys !== 0) return ts.emptyKeys
  const mem = ts.mem
  const keys = mem.sbrk(PyDictKeysObject.sizeof + 8, 16)
  mem.store(keys, ts.profile.refcount.immortalStatic === null ? 1 : -1)
  mem.store(keys + PyDictKeysObject.dk_sizes, (3 << 8) | (DICT_KEYS_UNICODE << 16))
  mem.store(keys + PyDictKeysObject.dk_version, 1)
  mem.store(keys + PyDictKeysObject.sizeof, -1)
  mem.store(keys + PyDictKeysObject.sizeof + 4, -1)
  ts.emptyKeys = keys
  return keys
}

export function dictkeys_incref(ts: ThreadState, keys: number): number {
  const n = ts.mem.load(keys)
  if (n >= 0) ts.mem.store(keys, n + 1)
  return keys
}

/** One user less; at zero the keys and values in it die in insertion order. */
export function dictkeys_decref(ts: ThreadState, keys: number): void {
  const mem = ts.mem
  const n = mem.load(keys)
  if (n < 0) return
  mem.store(keys, n - 1)
  if (n !== 1) return
  const size = entrySize(ts, keys)
  const first = firstKey(ts, keys)
  const count = keysEntries(ts, keys)
  const mark = holdMark(ts)
  holdBlock(ts, first, count, size)
  holdBlock(ts, first + 8, count, size)
  for (let i = 0, at = first; i < count; i++, at += size) {
    CLEAR(ts, at)
    CLEAR(ts, at + 8)
  }
  release(ts, mark)
  freeKeys(ts, keys)
}

/** Returns the memory of a table whose references have been given up or moved. */
export function freeKeys(ts: ThreadState, keys: number): void {
  const small = keysLog2(ts, keys) === PyDict_LOG_MINSIZE && keysKind(ts, keys) === DICT_KEYS_UNICODE
  if (small && freelistPush(ts, FreeList.dictkeys, keys)) return
  PyObject_Free(ts.mem, keys)
}

/** The hash of a key: low word, `ts.hashHigh` the high one. Both -1: error. */
export function hashKey(ts: ThreadState, key: Borrowed): number {
  const words = ts.mem.words
  if (words[(key + 8) >> 2] !== ts.types.str) return PyObject_Hash(ts, key)
  const low = words[(key + PyUnicodeObject.hash) >> 2]
  ts.hashHigh = words[(key + PyUnicodeObject.hash + 4) >> 2]
  return low === -1 && ts.hashHigh === -1 ? PyObject_Hash(ts, key) : low
}

/** Whether a str knows its hash already, so that to ask for it changes nothing. `words` are the image's. */
export function isHashed(words: Int32Array, str: Borrowed): boolean {
  const at = (str + PyUnicodeObject.hash) >> 2
  return words[at] !== -1 || words[at + 1] !== -1
}

/** What slot `i` of the hash index says. */
function indexAt(words: Int32Array, indices: number, log2: number, i: number): number {
  if (log2 < 8) return (words[(indices + i) >> 2] << (24 - ((i & 3) << 3))) >> 24
  if (log2 < 16) return (words[(indices + i * 2) >> 2] << (16 - ((i & 1) << 4))) >> 16
  return words[(indices + i * 4) >> 2]
}

/** Writes slot `i` of the hash index. */
export function setIndex(ts: ThreadState, keys: number, i: number, value: number): void {
  const log2 = keysLog2(ts, keys)
  const indices = keys + PyDictKeysObject.sizeof
  if (log2 < 8) ts.mem.storeByte(indices + i, value)
  else if (log2 < 16) ts.mem.storeShort(indices + i * 2, value)
  else ts.mem.store(indices + i * 4, value)
}

/** The position of an exact str in a table of str keys, or DKIX_EMPTY. Cannot fail. */
export function lookupUnicode(ts: ThreadState, keys: number, key: Borrowed, low: number, high: number): number {
  const words = ts.mem.words
  const sizes = words[(keys + PyDictKeysObject.dk_sizes) >> 2]
  const log2 = sizes & 0xff
  const mask = (1 << log2) - 1
  const indices = keys + PyDictKeysObject.sizeof
  const entries = indices + (1 << ((sizes >> 8) & 0xff))
  let i = low & mask
  let perturbLow = low
  let perturbHigh = high
  for (;;) {
    const ix = indexAt(words, indices, log2, i)
    if (ix >= 0) {
      const candidate = words[(entries + ix * 16) >> 2]
      if (candidate === key) return ix
      const at = (candidate + PyUnicodeObject.hash) >> 2
      if (words[at] === low && words[at + 1] === high && PyUnicode_EQ(ts, candidate, key)) return ix
    } else if (ix === DKIX_EMPTY) return DKIX_EMPTY
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27)
    perturbHigh >>>= 5
    i = (Math.imul(i, 5) + perturbLow + 1) & mask
  }
}

/**
 * _Py_dict_lookup: the position of a key in a dict's table, DKIX_EMPTY, or DKIX_ERROR.
 * May call `__eq__`; if that changes the dict, the search starts again. In a split table the value may still be missing.
 */
export function lookupKey(ts: ThreadState, dict: Borrowed, key: Borrowed, low: number, high: number): number {
  for (;;) {
    const keys = ts.mem.words[(dict + PyDictObject.ma_keys) >> 2]
    const kind = keysKind(ts, keys)
    if (kind !== DICT_KEYS_GENERAL && Py_TYPE(ts, key) === ts.types.str) return lookupUnicode(ts, keys, key, low, high)
    const ix = lookupGeneric(ts, dict, keys, kind, key, low, high)
    if (ix !== DKIX_KEY_CHANGED) return ix
  }
}

function lookupGeneric(
  ts: ThreadState,
  dict: Borrowed,
  keys: number,
  kind: number,
  key: Borrowed,
  low: number,
  high: number,
): number {
  const mem = ts.mem
  const log2 = keysLog2(ts, keys)
  const mask = (1 << log2) - 1
  const indices = keys + PyDictKeysObject.sizeof
  const first = firstKey(ts, keys)
  const size = kind === DICT_KEYS_GENERAL ? 24 : 16
  let i = low & mask
  let perturbLow = low
  let perturbHigh = high
  for (;;) {
    const ix = indexAt(mem.words, indices, log2, i)
    if (ix >= 0) {
      const at = first + ix * size
      const candidate = mem.load(at)
      if (candidate === key) return ix
      const hashAt = kind === DICT_KEYS_GENERAL ? at - 8 : candidate + PyUnicodeObject.hash
      if (mem.load(hashAt) === low && mem.load(hashAt + 4) === high) {
        const equal = compareKeys(ts, candidate, key)
        if (equal < 0) return DKIX_ERROR
        if (mem.load(dict + PyDictObject.ma_keys) !== keys || mem.load(at) !== candidate) return DKIX_KEY_CHANGED
        if (equal > 0) return ix
      }
    } else if (ix === DKIX_EMPTY) return DKIX_EMPTY
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27)
    perturbHigh >>>= 5
    i = (Math.imul(i, 5) + perturbLow + 1) & mask
  }
}

function compareKeys(ts: ThreadState, candidate: Borrowed, key: Borrowed): number {
  const mark = holdMark(ts)
  hold(ts, newref(ts, candidate))
  const equal = PyObject_RichCompareBool(ts, candidate, key, Py_EQ)
  release(ts, mark)
  DECREF(ts, candidate)
  return equal
}

/** The slot of the hash index that says `ix` (lookdict_index). */
export function slotOfEntry(ts: ThreadState, keys: number, low: number, high: number, index: number): number {
  const words = ts.mem.words
  const log2 = keysLog2(ts, keys)
  const mask = (1 << log2) - 1
  let i = low & mask
  let perturbLow = low
  let perturbHigh = high
  for (;;) {
    const ix = indexAt(words, keys + PyDictKeysObject.sizeof, log2, i)
    if (ix === index) return i
    if (ix === DKIX_EMPTY) return DKIX_EMPTY
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27)
    perturbHigh >>>= 5
    i = (Math.imul(i, 5) + perturbLow + 1) & mask
  }
}

/** The first free slot for a hash; a deleted one is used again (find_empty_slot). */
export function findEmptySlot(ts: ThreadState, keys: number, low: number, high: number): number {
  const words = ts.mem.words
  const log2 = keysLog2(ts, keys)
  const mask = (1 << log2) - 1
  let i = low & mask
  let perturbLow = low
  let perturbHigh = high
  while (indexAt(words, keys + PyDictKeysObject.sizeof, log2, i) >= 0) {
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27)
    perturbHigh >>>= 5
    i = (Math.imul(i, 5) + perturbLow + 1) & mask
  }
  return i
}

/** Fills the hash index of a table from its entries (build_indices). */
export function buildIndices(ts: ThreadState, keys: number, n: number): void {
  const mem = ts.mem
  const general = keysKind(ts, keys) === DICT_KEYS_GENERAL
  const size = general ? 24 : 16
  const first = firstKey(ts, keys)
  for (let ix = 0; ix < n; ix++) {
    const at = first + ix * size
    const hashAt = general ? at - 8 : mem.load(at) + PyUnicodeObject.hash
    setIndex(ts, keys, findEmptySlot(ts, keys, mem.load(hashAt), mem.load(hashAt + 4)), ix)
  }
}

/**
 * The position of a str in a class's shared keys, where it is added if there is room (insert_split_key);
 * DKIX_EMPTY when there is none.
 */
export function insertSplitKey(ts: ThreadState, keys: number, name: Borrowed): number {
  const low = hashKey(ts, name)
  const high = ts.hashHigh
  const found = lookupUnicode(ts, keys, name, low, high)
  if (found !== DKIX_EMPTY) return found
  const usable = keysUsable(ts, keys)
  if (usable <= 0) return DKIX_EMPTY
  const mem = ts.mem
  const ix = keysEntries(ts, keys)
  mem.store(keys + PyDictKeysObject.dk_version, 0)
  setIndex(ts, keys, findEmptySlot(ts, keys, low, high), ix)
  mem.store(firstKey(ts, keys) + ix * 16, newref(ts, name))
  mem.store(keys + PyDictKeysObject.dk_usable, usable - 1)
  mem.store(keys + PyDictKeysObject.dk_nentries, ix + 1)
  return ix
}
