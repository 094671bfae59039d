// list.sort() (list_sort_impl in Objects/listobject.c): the list is empty while it is sorted, so that a comparison or key
// function that looks at it, or changes it, does no harm.
// NOT CPYTHON: keys and runs set aside are kept outside the image; what they own is recorded on the C stack (up to 512).

import { hold, holdBlock, holdMark, release } from '../heap/objimpl.ts'
import { PyObject_Free } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF } from '../heap/refcount.ts'
import { PyListObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { callOneArg } from './call.ts'
import { PyErr_Format } from './errors.ts'
import { chargeWork } from './longintrepr.ts'
import { Py_LT, PyObject_RichCompareBool } from './object.ts'
import { Timsort } from './timsort.ts'

const MOST_HELD = 512

/** Sorts in place; `key` is a function or 0. 0, or -1 with the exception of a comparison or of the key function. */
export function PyList_Sort(ts: ThreadState, l: Borrowed, key: Borrowed, reverse: boolean): number {
  const mem = ts.mem
  const n = mem.load(l + PyVarObject.ob_size)
  const block = mem.load(l + PyListObject.ob_item)
  const allocated = mem.load(l + PyListObject.allocated)
  mem.store(l + PyVarObject.ob_size, 0)
  mem.store(l + PyListObject.ob_item, 0)
  mem.storeWide(l + PyListObject.allocated, -1)

  const mark = holdMark(ts)
  const values = Array.from({ length: n }, (_, i) => mem.load(block + i * 8))
  if (n <= MOST_HELD) for (const value of values) hold(ts, value)
  const keys = key === 0 ? values : keysOf(ts, values, key)
  let ok = keys !== null
  if (keys !== null) {
    if (reverse) reverseAll(keys, values)
    ok = new Timsort(keys, keys === values ? null : values, lessThan(ts), ts.profile.containers).sort()
    if (keys !== values) for (const k of keys) DECREF(ts, k)
    if (ok && mem.load(l + PyListObject.allocated) !== -1) {
      PyErr_Format(ts, ts.exc.ValueError, 'list modified during sort')
      ok = false
    }
    if (reverse) values.reverse()
    for (let i = 0; i < n; i++) mem.store(block + i * 8, values[i])
  }
  release(ts, mark)
  putBack(ts, l, n, block, allocated)
  return ok ? 0 : -1
}

function reverseAll(keys: number[], values: number[]): void {
  keys.reverse()
  if (values !== keys) values.reverse()
}

function lessThan(ts: ThreadState): (a: number, b: number) => number {
  return (a, b) => {
    chargeWork(ts, 1)
    return PyObject_RichCompareBool(ts, a, b, Py_LT)
  }
}

/** One key for each value; `null` when the function raised. */
function keysOf(ts: ThreadState, values: readonly number[], key: Borrowed): number[] | null {
  const keys: number[] = []
  for (const value of values) {
    const k = callOneArg(ts, key, value)
    if (k === 0) {
      for (const made of keys.reverse()) DECREF(ts, made)
      return null
    }
    keys.push(k)
    if (values.length <= MOST_HELD) hold(ts, k)
  }
  return keys
}

/** The list gets its block back; what was put into it meanwhile dies. */
function putBack(ts: ThreadState, l: Borrowed, n: number, block: number, allocated: number): void {
  const mem = ts.mem
  const added = mem.load(l + PyListObject.ob_item)
  const count = mem.load(l + PyVarObject.ob_size)
  mem.store(l + PyVarObject.ob_size, n)
  mem.store(l + PyListObject.ob_item, block)
  mem.storeWide(l + PyListObject.allocated, allocated)
  if (added === 0) return
  const mark = holdMark(ts)
  holdBlock(ts, added, count)
  for (let i = count - 1; i >= 0; i--) CLEAR(ts, added + i * 8)
  release(ts, mark)
  PyObject_Free(mem, added)
}
