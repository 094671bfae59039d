// Objects/memoryobject.c, _PyManagedBufferObject: the one buffer that several memoryviews share. It counts them, and gives
// the buffer back when the last one is released.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, slotsOf } from '../heap/refcount.ts'
import { PyManagedBufferObject as M, PyBytesObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyBuffer_Release } from './buffer.ts'
import { bytesStart } from './bytearraystorage.ts'
import { PyBytes_Check } from './bytesstorage.ts'
import { PyErr_NoMemory } from './errors.ts'
import type { TypeSpec } from './object.ts'

/** `flags` of a buffer that was given back, and of a view that was released. */
export const RELEASED = 1

/** _PyManagedBuffer_FromObject: the buffer of an exporter that has one; 0 with an exception. */
export function newManagedBuffer(ts: ThreadState, exporter: Borrowed): Owned {
  const { mem } = ts
  const o = allocate(ts, ts.types.managedbuffer, M.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  track(mem, o)
  const { bf_getbuffer, sq_length } = slotsOf(ts, exporter)
  if (!bf_getbuffer || !sq_length) throw new Error('not an exporter')
  if (bf_getbuffer(ts, exporter, true) < 0) {
    DECREF(ts, o)
    return 0
  }
  mem.store(o + M.obj, newref(ts, exporter))
  mem.store(o + M.buf, bufferStart(ts, exporter))
  mem.store(o + M.len, sq_length(ts, exporter))
  mem.store(o + M.itemsize, 1)
  mem.store(o + M.readonly, PyBytes_Check(ts, exporter) ? 1 : 0)
  mem.store(o + M.ndim, 1)
  return o
}

/** Where the first byte of an exporter lies. */
export function bufferStart(ts: ThreadState, exporter: Borrowed): number {
  const { bf_start } = slotsOf(ts, exporter)
  if (bf_start) return bf_start(ts, exporter)
  return PyBytes_Check(ts, exporter) ? exporter + PyBytesObject.ob_sval : bytesStart(ts, exporter)
}

/** mbuf_release: gives the buffer back. */
export function mbuf_release(ts: ThreadState, o: Borrowed): void {
  const { mem } = ts
  if (mem.load(o + M.flags) & RELEASED) return
  mem.store(o + M.flags, RELEASED)
  untrack(mem, o)
  const exporter = mem.load(o + M.obj)
  if (exporter === 0) return
  PyBuffer_Release(ts, exporter)
  mem.store(o + M.obj, 0)
  DECREF(ts, exporter)
}

export const _PyManagedBuffer_Type = {
  name: 'managedbuffer',
  basicsize: M.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: (ts, o) => {
      mbuf_release(ts, o)
      freeObject(ts, o)
    },
    tp_traverse: (ts, o, visit) => {
      const exporter = ts.mem.load(o + M.obj)
      if (exporter !== 0) visit(exporter, { kind: 'field', name: 'obj' })
    },
    tp_clear: mbuf_release,
  },
} satisfies TypeSpec
