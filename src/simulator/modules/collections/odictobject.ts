// Objects/odictobject.c: the order an OrderedDict keeps beside its table: nodes that are linked both ways, each with a
// reference to its key, and a table of the nodes by the position of their key in the dict's table.

import { hold, holdEach, holdMark, release, unhold } from '../../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc } from '../../heap/obmalloc.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, XDECREF } from '../../heap/refcount.ts'
import { layout, PyDictObject } from '../../heap/structs.ts'
import type { Borrowed, Owned, Owns } from '../../heap/typeslots.ts'
import { insertdict } from '../../objects/dictinsert.ts'
import { DKIX_EMPTY, hashKey, keysEntries, keysLog2, lookupKey } from '../../objects/dictkeys.ts'
import { dictKeys, PyDict_GET_SIZE, takeEntry, valueAddress } from '../../objects/dictobject.ts'
import { PyErr_NoMemory, PyErr_Occurred, PyErr_SetObject } from '../../objects/errors.ts'
import { hashFailed, PyObject_TypeCheck } from '../../objects/object.ts'
import { moduleType } from '../moduletype.ts'

/** `od_state` changes whenever the order does; `od_resize_sentinel` is the table `od_fast_nodes` was made for. */
export const odictobject = layout(PyDictObject.sizeof, [
  ['od_first', 'ssize'],
  ['od_last', 'ssize'],
  ['od_fast_nodes', 'ssize'],
  ['od_fast_nodes_size', 'ssize'],
  ['od_resize_sentinel', 'ssize'],
  ['od_state', 'ssize'],
  ['od_inst_dict', 'ptr'],
  ['od_weakreflist', 'ptr'],
])

const O = odictobject
const NODE = layout(0, [
  ['key', 'ptr'],
  ['hash', 'ssize'],
  ['next', 'ssize'],
  ['prev', 'ssize'],
])

/** Where an OrderedDict keeps what it owns beside its table. */
export const ODICT_OWNS: Owns = {
  fields: [['__dict__', O.od_inst_dict]],
  chain: { first: O.od_first, next: NODE.next, reference: NODE.key },
}

/** The type OrderedDict. */
export function odictType(ts: ThreadState): Borrowed {
  return moduleType(ts, 'collections.OrderedDict')
}

/** Whether the object is an OrderedDict (or of a subclass). */
export function PyODict_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyObject_TypeCheck(ts, o, odictType(ts))
}

/** The node at one end; 0: there is none. */
export function endNode(ts: ThreadState, od: Borrowed, last: boolean): number {
  return ts.mem.load(od + (last ? O.od_last : O.od_first))
}

/** The node beside one; 0 at the end. */
export function nodeBeside(ts: ThreadState, node: number, before: boolean): number {
  return ts.mem.load(node + (before ? NODE.prev : NODE.next))
}

export function keyOfNode(ts: ThreadState, node: number): Borrowed {
  return ts.mem.load(node + NODE.key)
}

/** The low half of the hash in a node; the high one is left in `ts.hashHigh`. */
export function hashOfNode(ts: ThreadState, node: number): number {
  ts.hashHigh = ts.mem.load(node + NODE.hash + 4)
  return ts.mem.load(node + NODE.hash)
}

function touch(ts: ThreadState, od: Borrowed): void {
  ts.mem.store(od + O.od_state, ts.mem.load(od + O.od_state) + 1)
}

/** Bytes of the nodes and their table. */
export function nodeBytes(ts: ThreadState, od: Borrowed): number {
  const nodes = endNode(ts, od, false) === 0 ? 0 : PyDict_GET_SIZE(ts, od)
  return ts.mem.load(od + O.od_fast_nodes_size) * 8 + nodes * NODE.sizeof
}

/** Where a key stands in the dict's table, or would; -1 on an error. */
function rawIndex(ts: ThreadState, od: Borrowed, key: Borrowed, low: number, high: number): number {
  const keys = dictKeys(ts, od)
  const ix = lookupKey(ts, od, key, low, high)
  return ix === DKIX_EMPTY ? keysEntries(ts, keys) : Math.max(ix, -1)
}

/** A new table of nodes, as large as the dict's is now. -1 on an error. */
function resize(ts: ThreadState, od: Borrowed): number {
  const { mem } = ts
  const size = 1 << keysLog2(ts, dictKeys(ts, od))
  const table = PyObject_Malloc(mem, size * 8)
  if (table === 0) {
    PyErr_NoMemory(ts)
    return -1
  }
  mem.clear(table, size * 8)
  for (let node = endNode(ts, od, false); node !== 0; node = nodeBeside(ts, node, false)) {
    const low = hashOfNode(ts, node)
    const i = rawIndex(ts, od, keyOfNode(ts, node), low, ts.hashHigh)
    if (i < 0) {
      PyObject_Free(mem, table)
      return -1
    }
    mem.store(table + i * 8, node)
  }
  freeTable(ts, od)
  mem.store(od + O.od_fast_nodes, table)
  mem.store(od + O.od_fast_nodes_size, size)
  mem.store(od + O.od_resize_sentinel, dictKeys(ts, od))
  return 0
}

function freeTable(ts: ThreadState, od: Borrowed): void {
  const table = ts.mem.load(od + O.od_fast_nodes)
  if (table !== 0) PyObject_Free(ts.mem, table)
}

/** Where the node of a key stands in `od_fast_nodes`, which is brought up to date; 0 on an error. */
function nodeCell(ts: ThreadState, od: Borrowed, key: Borrowed, low: number, high: number): number {
  const { mem } = ts
  const keys = dictKeys(ts, od)
  const known = mem.load(od + O.od_resize_sentinel) === keys
  const fits = mem.load(od + O.od_fast_nodes_size) === 1 << keysLog2(ts, keys)
  if (!(known && fits) && resize(ts, od) < 0) return 0
  const i = rawIndex(ts, od, key, low, high)
  return i < 0 ? 0 : mem.load(od + O.od_fast_nodes) + i * 8
}

/** The node of a key with a known hash; 0 where there is none, or on an error. */
export function findNodeHash(ts: ThreadState, od: Borrowed, key: Borrowed, low: number, high: number): number {
  if (endNode(ts, od, false) === 0) return 0
  const cell = nodeCell(ts, od, key, low, high)
  return cell === 0 ? 0 : ts.mem.load(cell)
}

/** The node of a key; 0 where there is none, or on an error. */
export function findNode(ts: ThreadState, od: Borrowed, key: Borrowed): number {
  if (endNode(ts, od, false) === 0) return 0
  const low = hashKey(ts, key)
  return hashFailed(ts, low) ? 0 : findNodeHash(ts, od, key, low, ts.hashHigh)
}

function link(ts: ThreadState, od: Borrowed, node: number, last: boolean): void {
  const { mem } = ts
  const end = last ? O.od_last : O.od_first
  const neighbour = mem.load(od + end)
  mem.store(node + NODE.next, last ? 0 : neighbour)
  mem.store(node + NODE.prev, last ? neighbour : 0)
  if (neighbour === 0) mem.store(od + (last ? O.od_first : O.od_last), node)
  else mem.store(neighbour + (last ? NODE.next : NODE.prev), node)
  mem.store(od + end, node)
  touch(ts, od)
}

function unlink(ts: ThreadState, od: Borrowed, node: number): void {
  const { mem } = ts
  const next = mem.load(node + NODE.next)
  const prev = mem.load(node + NODE.prev)
  if (mem.load(od + O.od_first) === node) mem.store(od + O.od_first, next)
  else if (prev !== 0) mem.store(prev + NODE.next, next)
  if (mem.load(od + O.od_last) === node) mem.store(od + O.od_last, prev)
  else if (next !== 0) mem.store(next + NODE.prev, prev)
  mem.store(node + NODE.prev, 0)
  mem.store(node + NODE.next, 0)
  touch(ts, od)
}

/** Moves a node to one end. */
export function moveNode(ts: ThreadState, od: Borrowed, node: number, last: boolean): void {
  if (node === endNode(ts, od, last)) return
  unlink(ts, od, node)
  link(ts, od, node, last)
}

/** A node at the end for a key of the dict that has none. -1 on an error. */
function addNode(ts: ThreadState, od: Borrowed, key: Borrowed, low: number, high: number): number {
  const { mem } = ts
  const mark = holdMark(ts)
  hold(ts, newref(ts, key))
  const cell = nodeCell(ts, od, key, low, high)
  release(ts, mark)
  if (cell !== 0 && mem.load(cell) === 0) {
    const node = PyObject_Malloc(mem, NODE.sizeof)
    if (node !== 0) {
      mem.store(node + NODE.key, key)
      mem.store(node + NODE.hash, low)
      mem.store(node + NODE.hash + 4, high)
      link(ts, od, node, true)
      mem.store(cell, node)
      return 0
    }
    PyErr_NoMemory(ts)
  } else if (cell !== 0) {
    DECREF(ts, key)
    return 0
  }
  if (PyErr_Occurred(ts) === 0) PyErr_SetObject(ts, ts.exc.KeyError, key)
  DECREF(ts, key)
  return -1
}

/** Gives up a node that is out of the order already. */
function freeNode(ts: ThreadState, node: number): void {
  DECREF(ts, keyOfNode(ts, node))
  PyObject_Free(ts.mem, node)
}

/** Takes the node of a key out and gives it up; nothing where there is none. -1 on an error. */
export function clearNode(ts: ThreadState, od: Borrowed, key: Borrowed, low: number, high: number): number {
  if (endNode(ts, od, false) === 0) return 0
  const cell = nodeCell(ts, od, key, low, high)
  if (cell === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  const node = ts.mem.load(cell)
  if (node === 0) return 0
  ts.mem.store(cell, 0)
  unlink(ts, od, node)
  freeNode(ts, node)
  return 0
}

/** Gives up all nodes, first to last. */
export function clearNodes(ts: ThreadState, od: Borrowed): void {
  const { mem } = ts
  freeTable(ts, od)
  for (const field of [O.od_fast_nodes, O.od_fast_nodes_size, O.od_resize_sentinel]) mem.store(od + field, 0)
  const nodes: number[] = []
  for (let node = endNode(ts, od, false); node !== 0; node = nodeBeside(ts, node, false)) nodes.push(node)
  mem.store(od + O.od_first, 0)
  mem.store(od + O.od_last, 0)
  const mark = holdMark(ts)
  holdEach(
    ts,
    nodes.map((node) => keyOfNode(ts, node)),
  )
  nodes.forEach((node, i) => {
    unhold(ts, mark, i)
    freeNode(ts, node)
  })
  release(ts, mark)
  if (ts.profile.modules.odictNoticesChanges) touch(ts, od)
}

/** The value of a key with a known hash, borrowed; 0 where there is none, or on an error. */
export function valueOfKey(ts: ThreadState, od: Borrowed, key: Borrowed, low: number, high: number): Borrowed {
  const ix = lookupKey(ts, od, key, low, high)
  return ix < 0 ? 0 : ts.mem.load(valueAddress(ts, od, ix))
}

/** od[key] = value with a known hash: 0, or -1. */
export function setItemKnownHash(
  ts: ThreadState,
  od: Borrowed,
  key: Borrowed,
  value: Borrowed,
  low: number,
  high: number,
): number {
  if (insertdict(ts, od, newref(ts, key), low, high, newref(ts, value)) < 0) return -1
  return addNode(ts, od, key, low, high)
}

/** PyODict_SetItem: 0, or -1. */
export function PyODict_SetItem(ts: ThreadState, od: Borrowed, key: Borrowed, value: Borrowed): number {
  const low = hashKey(ts, key)
  return hashFailed(ts, low) ? -1 : setItemKnownHash(ts, od, key, value, low, ts.hashHigh)
}

/** Takes a key out of the dict's table; its value, or 0 where there is none or on an error. */
export function popKnownHash(ts: ThreadState, od: Borrowed, key: Borrowed, low: number, high: number): Owned {
  const ix = lookupKey(ts, od, key, low, high)
  return ix < 0 ? 0 : takeEntry(ts, od, ix, low, high)
}

/** PyODict_DelItem: 0, or -1. */
export function PyODict_DelItem(ts: ThreadState, od: Borrowed, key: Borrowed): number {
  const low = hashKey(ts, key)
  if (hashFailed(ts, low)) return -1
  const high = ts.hashHigh
  if (clearNode(ts, od, key, low, high) < 0) return -1
  const value = popKnownHash(ts, od, key, low, high)
  if (value === 0 && PyErr_Occurred(ts) === 0) PyErr_SetObject(ts, ts.exc.KeyError, key)
  XDECREF(ts, value)
  return value === 0 ? -1 : 0
}
