// Objects/memoryobject.c: the birth of a memoryview, of an object or of another view, and reading through it.
// Left out: more than one dimension and every format but 'B'.

import { track } from '../heap/gchead.ts'
import { allocate } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { PyManagedBufferObject as M, PyVarObject, PyMemoryViewObject as V } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_CheckBuffer } from './buffer.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { bufferStart, mbuf_release, newManagedBuffer, RELEASED } from './managedbuffer.ts'
import { typeName } from './object.ts'

/** Bytes of a view of one dimension. */
const VIEW_SIZE = V.shape0 + 3 * 8

/** Whether `o` is a memoryview. */
export function PyMemoryView_Check(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.memoryview
}

/** Whether a view or the buffer behind it was released. */
export function isReleased(ts: ThreadState, o: Borrowed): boolean {
  const mbuf = ts.mem.load(o + V.mbuf)
  return (ts.mem.load(o + V.flags) & RELEASED) !== 0 || mbuf === 0 || (ts.mem.load(mbuf + M.flags) & RELEASED) !== 0
}

/** CHECK_RELEASED: false with ValueError. */
export function inUse(ts: ThreadState, o: Borrowed): boolean {
  if (!isReleased(ts, o)) return true
  PyErr_Format(ts, ts.exc.ValueError, 'operation forbidden on released memoryview object')
  return false
}

/** PyMemoryView_FromObject. */
export function PyMemoryView_FromObject(ts: ThreadState, o: Borrowed): Owned {
  if (PyMemoryView_Check(ts, o)) return inUse(ts, o) ? addView(ts, ts.mem.load(o + V.mbuf), o) : 0
  if (!PyObject_CheckBuffer(ts, o))
    return PyErr_Format(ts, ts.exc.TypeError, `memoryview: a bytes-like object is required, not '${typeName(ts, o)}'`)
  const format = slotsOf(ts, o).bf_format?.(ts, o) ?? 'B'
  if (format !== 'B') throw new Stop({ kind: 'unsupported', feature: `\`memoryview\` of items of format '${format}'` })
  const mbuf = newManagedBuffer(ts, o)
  if (mbuf === 0) return 0
  const view = addView(ts, mbuf, 0)
  DECREF(ts, mbuf)
  return view
}

/** mbuf_add_view: one more view of a buffer, as another view has it or (0) of all of it. */
export function addView(ts: ThreadState, mbuf: Borrowed, like: Borrowed): Owned {
  const { mem } = ts
  const o = allocate(ts, ts.types.memoryview, VIEW_SIZE)
  if (o === 0) return PyErr_NoMemory(ts)
  mem.store(o + PyVarObject.ob_size, 3)
  mem.store(o + V.hash, -1)
  mem.store(o + V.hash + 4, -1)
  track(mem, o)
  const [from, first] = like === 0 ? [mbuf, M] : [like, V]
  mem.copy(o + V.buf, from + first.buf, V.sizeof - V.buf)
  setShape(ts, o, mem.load(o + V.buf), mem.load(from + first.len), like === 0 ? 1 : mem.load(like + V.stride0))
  mem.store(o + V.mbuf, newref(ts, mbuf))
  mem.store(mbuf + M.exports, mem.load(mbuf + M.exports) + 1)
  return o
}

/** Where a view begins, how many bytes it has, how far they lie apart. */
export function setShape(ts: ThreadState, o: Borrowed, buf: number, n: number, stride: number): void {
  ts.mem.store(o + V.buf, buf)
  ts.mem.store(o + V.len, n)
  ts.mem.store(o + V.shape0, n)
  ts.mem.store(o + V.stride0, stride)
  ts.mem.store(o + V.stride0 + 4, stride < 0 ? -1 : 0)
}

/** len(view), whatever was released. */
export function viewLength(ts: ThreadState, o: Borrowed): number {
  return ts.mem.load(o + V.shape0)
}

/** Whether the bytes lie side by side. */
export function isContiguous(ts: ThreadState, o: Borrowed): boolean {
  return ts.mem.load(o + V.stride0) === 1 || viewLength(ts, o) <= 1
}

/** The bytes a view shows, as a text of characters below 256. */
export function viewText(ts: ThreadState, o: Borrowed): string {
  const { mem } = ts
  const exporter = mem.load(o + V.obj)
  const all = slotsOf(ts, exporter).bf_bytes?.(ts, exporter) ?? ''
  const first = mem.load(o + V.buf) - bufferStart(ts, exporter)
  const n = viewLength(ts, o)
  const stride = mem.load(o + V.stride0)
  if (stride === 1) return all.slice(first, first + n)
  let text = ''
  for (let i = 0; i < n; i++) text += all[first + i * stride]
  return text
}

/** _memory_release: -1 with BufferError while others use the view's bytes. */
export function releaseView(ts: ThreadState, o: Borrowed): number {
  const { mem } = ts
  if (mem.load(o + V.flags) & RELEASED) return 0
  const exports = mem.load(o + V.exports)
  if (exports > 0) {
    const message = `memoryview has ${exports} exported buffer${exports === 1 ? '' : 's'}`
    PyErr_Format(ts, ts.exc.BufferError, message)
    return -1
  }
  mem.store(o + V.flags, mem.load(o + V.flags) | RELEASED)
  const mbuf = mem.load(o + V.mbuf)
  const left = mem.load(mbuf + M.exports) - 1
  mem.store(mbuf + M.exports, left)
  if (left === 0) mbuf_release(ts, mbuf)
  return 0
}

/** tp_clear. */
export function memory_clear(ts: ThreadState, o: Borrowed): void {
  if (ts.mem.load(o + V.exports) !== 0 || releaseView(ts, o) < 0) return
  CLEAR(ts, o + V.mbuf)
}
