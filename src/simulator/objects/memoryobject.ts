// Objects/memoryobject.c: memoryview, of one dimension and format 'B'. Left out: cast() to anything else, `_from_flags`.

import { untrack } from '../heap/gchead.ts'
import { freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../heap/refcount.ts'
import { PyMemoryViewObject as V } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { later } from './byteslike.ts'
import { newOwnBytes } from './bytesstorage.ts'
import { bytes_hex } from './bytestranslate.ts'
import { _PyArg_BadArgument, argAt, parseKeywords } from './call.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { newList, PyList_SET_ITEM } from './listobject.ts'
import { newInt } from './longintrepr.ts'
import { memory_iter } from './memoryiter.ts'
import { memory_ass_sub, memory_item, memory_subscript } from './memorysubscript.ts'
import {
  addView,
  inUse,
  isContiguous,
  isReleased,
  memory_clear,
  PyMemoryView_Check,
  PyMemoryView_FromObject,
  releaseView,
  viewLength,
  viewText,
} from './memoryviews.ts'
import {
  type GetSetSpec,
  hashFailed,
  Py_EQ,
  Py_NE,
  PyObject_Hash,
  PyObject_RichCompareBool,
  PyUnicode_Check,
  type TypeSpec,
} from './object.ts'
import { setHash } from './pyhash.ts'
import { refusedMethod } from './refused.ts'
import { sliceIndex } from './sliceindices.ts'
import { Py_BuildTuple, PyTuple_FromArray } from './tupleobject.ts'
import { pointer } from './typenames.ts'
import { hashBytes, newStr, textOf } from './unicodestorage.ts'

function memory_new(ts: ThreadState, _type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'memoryview', argv, nargs, kwnames, ['object'], 1)
  return args === null ? 0 : PyMemoryView_FromObject(ts, args[0])
}

function memory_dealloc(ts: ThreadState, o: number): void {
  untrack(ts.mem, o)
  if (ts.mem.load(o + V.mbuf) !== 0) {
    releaseView(ts, o)
    CLEAR(ts, o + V.mbuf)
  }
  if (ts.mem.load(o + V.weakreflist) !== 0) ts.clearWeakRefs(o)
  freeObject(ts, o)
}

function memory_repr(ts: ThreadState, o: Borrowed): Owned {
  const released = (ts.mem.load(o + V.flags) & 1) !== 0
  return newStr(ts, `<${released ? 'released memory' : 'memory'} at ${pointer(o)}>`)
}

function memory_hash(ts: ThreadState, o: Borrowed): number {
  const { mem } = ts
  const low = mem.load(o + V.hash)
  const high = mem.load(o + V.hash + 4)
  if (low !== -1 || high !== -1) return setHash(ts, low, high)
  ts.hashHigh = -1
  if (!inUse(ts, o)) return -1
  if (mem.load(o + V.readonly) === 0) {
    PyErr_Format(ts, ts.exc.ValueError, 'cannot hash writable memoryview object')
    return -1
  }
  if (hashFailed(ts, PyObject_Hash(ts, mem.load(o + V.obj)))) return -1
  const hash = hashBytes(ts, viewText(ts, o))
  mem.store(o + V.hash, hash)
  mem.store(o + V.hash + 4, ts.hashHigh)
  return hash
}

function memory_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (op !== Py_EQ && op !== Py_NE) return newref(ts, ts.notImplemented)
  const answer = (equal: boolean) => newBool(ts, equal === (op === Py_EQ))
  if (isReleased(ts, v)) return answer(v === w)
  if (PyMemoryView_Check(ts, w)) return answer(!isReleased(ts, w) && viewText(ts, v) === viewText(ts, w))
  const text = PyObject_CheckBuffer(ts, w) ? bytesLike(ts, w, true) : null
  if (text !== null) return answer(viewText(ts, v) === text)
  PyErr_Clear(ts)
  return newref(ts, ts.notImplemented)
}

function memory_getbuf(ts: ThreadState, o: Borrowed, scattered: boolean): number {
  if (!inUse(ts, o)) return -1
  if (!scattered && !isContiguous(ts, o)) {
    PyErr_Format(ts, ts.exc.BufferError, 'memoryview: underlying buffer is not C-contiguous')
    return -1
  }
  ts.mem.store(o + V.exports, ts.mem.load(o + V.exports) + 1)
  return 0
}

function memory_length(ts: ThreadState, o: Borrowed): number {
  return inUse(ts, o) ? viewLength(ts, o) : -1
}

function memory_tobytes(ts: ThreadState, o: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'tobytes', argv, nargs, kwnames, ['order'], 0)
  if (args === null) return 0
  const order = args[0]
  if (order !== 0 && order !== ts.none && !PyUnicode_Check(ts, order)) {
    return _PyArg_BadArgument(ts, 'tobytes', "argument 'order'", 'str or None', order)
  }
  if (!inUse(ts, o)) return 0
  if (order !== 0 && order !== ts.none && !['C', 'F', 'A'].includes(textOf(ts, order)))
    return PyErr_Format(ts, ts.exc.ValueError, "order must be 'C', 'F' or 'A'")
  return newOwnBytes(ts, viewText(ts, o))
}

function memory_tolist(ts: ThreadState, o: Borrowed): Owned {
  if (!inUse(ts, o)) return 0
  const text = viewText(ts, o)
  const list = newList(ts, text.length)
  if (list === 0) return 0
  for (let i = 0; i < text.length; i++) PyList_SET_ITEM(ts, list, i, newInt(ts, text.charCodeAt(i)))
  return list
}

function memory_release(ts: ThreadState, o: Borrowed): Owned {
  return releaseView(ts, o) < 0 ? 0 : newref(ts, ts.none)
}

function memory_toreadonly(ts: ThreadState, o: Borrowed): Owned {
  if (!inUse(ts, o)) return 0
  const view = addView(ts, ts.mem.load(o + V.mbuf), o)
  if (view !== 0) ts.mem.store(view + V.readonly, 1)
  return view
}

function memory_cast(ts: ThreadState, o: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'cast', argv, nargs, kwnames, ['format', 'shape'], 1)
  if (args === null || !inUse(ts, o)) return 0
  if (!PyUnicode_Check(ts, args[0])) return _PyArg_BadArgument(ts, 'cast', "argument 'format'", 'str', args[0])
  if (!isContiguous(ts, o))
    return PyErr_Format(ts, ts.exc.TypeError, 'memoryview: casts are restricted to C-contiguous views')
  if (args[1] !== 0 || !['B', '@B'].includes(textOf(ts, args[0])))
    throw new Stop({ kind: 'unsupported', feature: "`memoryview.cast` to anything but bytes ('B')" })
  return addView(ts, ts.mem.load(o + V.mbuf), o)
}

/** How many items equal the value; or, with `find`, where the first of them within bounds is, -1 for none. */
function search(ts: ThreadState, o: Borrowed, value: Borrowed, find: readonly [number, number] | null): number | null {
  const iterator = memory_iter(ts, o)
  if (iterator === 0) return null
  const mark = holdMark(ts)
  hold(ts, iterator)
  const inner = holdMark(ts)
  let count = 0
  let failed = false
  let found = -1
  for (let i = 0; found < 0; i++) {
    const item = PyIter_Next(ts, iterator)
    if (item === 0) break
    const within = find === null || (i >= find[0] && i < find[1])
    hold(ts, item)
    const equal = within ? PyObject_RichCompareBool(ts, item, value, Py_EQ) : 0
    release(ts, inner)
    DECREF(ts, item)
    failed = equal < 0
    if (failed) break
    count += equal
    if (find !== null && equal === 1) found = i
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return failed || PyErr_Occurred(ts) !== 0 ? null : find === null ? count : found
}

function memory_count(ts: ThreadState, o: Borrowed, argv: number): Owned {
  const count = search(ts, o, argAt(ts, argv, 0), null)
  return count === null ? 0 : newInt(ts, count)
}

function memory_index(ts: ThreadState, o: Borrowed, argv: number, nargs: number): Owned {
  const start = nargs > 1 ? sliceIndex(ts, argAt(ts, argv, 1)) : 0
  const stop = start === null ? null : nargs > 2 ? sliceIndex(ts, argAt(ts, argv, 2)) : Number.MAX_SAFE_INTEGER
  if (start === null || stop === null || !inUse(ts, o)) return 0
  const n = viewLength(ts, o)
  const within = (i: number) => (i < 0 ? Math.max(0, i + n) : i)
  const at = search(ts, o, argAt(ts, argv, 0), [within(start), Math.min(within(stop), n)])
  if (at === null) return 0
  return at < 0 ? PyErr_Format(ts, ts.exc.ValueError, 'memoryview.index(x): x not found') : newInt(ts, at)
}

function field(name: string, get: (ts: ThreadState, o: Borrowed) => Owned): GetSetSpec {
  return { name, get: (ts, o) => (inUse(ts, o) ? get(ts, o) : 0) }
}

function one(ts: ThreadState, n: number): Owned {
  return Py_BuildTuple(ts, [newInt(ts, n)])
}

export const PyMemoryView_Type = {
  name: 'memoryview',
  basicsize: V.shape0,
  itemsize: 8,
  flags: ['HAVE_GC', 'SEQUENCE'],
  weaklistoffset: V.weakreflist,
  slots: {
    tp_dealloc: memory_dealloc,
    tp_traverse: (ts, o, visit) => {
      const mbuf = ts.mem.load(o + V.mbuf)
      if (mbuf !== 0) visit(mbuf, { kind: 'field', name: 'mbuf' })
    },
    tp_clear: memory_clear,
    tp_repr: memory_repr,
    tp_hash: memory_hash,
    tp_richcompare: memory_richcompare,
    tp_iter: memory_iter,
    tp_new: memory_new,
    bf_getbuffer: memory_getbuf,
    bf_releasebuffer: (ts, o) => ts.mem.store(o + V.exports, ts.mem.load(o + V.exports) - 1),
    bf_bytes: viewText,
    sq_length: memory_length,
    sq_item: memory_item,
    mp_length: memory_length,
    mp_subscript: memory_subscript,
    mp_ass_subscript: memory_ass_sub,
  },
  methods: [
    { name: 'release', kind: 'NOARGS', call: memory_release },
    { name: 'tobytes', kind: 'KEYWORDS', call: memory_tobytes },
    {
      name: 'hex',
      kind: 'KEYWORDS',
      call: (ts, o, argv, nargs, kwnames) => (inUse(ts, o) ? bytes_hex(ts, o, argv, nargs, kwnames) : 0),
    },
    { name: 'tolist', kind: 'NOARGS', call: memory_tolist },
    { name: 'cast', kind: 'KEYWORDS', call: memory_cast },
    { name: 'toreadonly', kind: 'NOARGS', call: memory_toreadonly },
    later({ name: 'count', kind: 'O', call: memory_count }),
    later({ name: 'index', kind: 'FASTCALL', min: 1, max: 3, call: memory_index }),
    { name: '__enter__', kind: 'NOARGS', call: (ts, o) => (inUse(ts, o) ? newref(ts, o) : 0) },
    { name: '__exit__', kind: 'FASTCALL', varargs: () => true, call: memory_release },
    refusedMethod('memoryview', '__buffer__'),
    refusedMethod('memoryview', '__release_buffer__'),
    { ...refusedMethod('memoryview', '_from_flags'), binding: 'class' },
  ],
  getset: [
    field('obj', (ts, o) => newref(ts, ts.mem.load(o + V.obj))),
    field('nbytes', (ts, o) => newInt(ts, viewLength(ts, o))),
    field('readonly', (ts, o) => newBool(ts, ts.mem.load(o + V.readonly) !== 0)),
    field('itemsize', (ts) => newInt(ts, 1)),
    field('format', (ts) => newStr(ts, 'B')),
    field('ndim', (ts) => newInt(ts, 1)),
    field('shape', (ts, o) => one(ts, viewLength(ts, o))),
    field('strides', (ts, o) => one(ts, ts.mem.load(o + V.stride0))),
    field('suboffsets', (ts) => PyTuple_FromArray(ts, [])),
    field('c_contiguous', (ts, o) => newBool(ts, isContiguous(ts, o))),
    field('f_contiguous', (ts, o) => newBool(ts, isContiguous(ts, o))),
    field('contiguous', (ts, o) => newBool(ts, isContiguous(ts, o))),
  ],
} satisfies TypeSpec
