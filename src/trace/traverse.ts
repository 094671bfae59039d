// What an object owns: every reference that counts in an `ob_refcnt`, read from the image by data. It follows each
// type's tp_traverse and deallocator, and adds what the collector need not see (names, constants, the class).

import {
  InterpreterFrame as Frame,
  MANAGED_DICT_OFFSET,
  MANAGED_VALUES_OFFSET,
  PyFrameObject,
  PyGenObject,
  PyListObject,
  PyModuleObject,
  PyTypeObject as T,
} from '../simulator/heap/structs.ts'
import { FIELDS, FIRST_FIELD, NUMBERS } from '../simulator/heap/structsofexceptions.ts'
import type { Owns } from '../simulator/heap/typeslots.ts'
import { FLAG, type Image } from './image.ts'
import { OWNED, OWNED_BY_EXCEPTIONS } from './layouts.ts'
import { chainItems, dictTables, keysTable, setItems, valuesApart, valuesFirst, valuesOrder } from './tables.ts'

/** How one object holds another. `key`: address of the key, for a `value`. */
export interface Edge {
  readonly kind: 'item' | 'attribute' | 'key' | 'value' | 'field' | 'local' | 'stack'
  readonly label: string | number
  readonly key: number
}

/** Told of each reference owned. */
export type VisitEdge = (target: number, edge: Edge) => void

const MEMBER_ROW = 40
const MEMBER_OFFSET = 16
/** `gi_frame_state` of a generator that has ended. */
const FRAME_CLEARED = 4

/** Visits what the objects of one struct own besides their fields. */
type Visitor = (image: Image, o: number, sharedKeys: Set<number>, visit: VisitEdge) => void

/** How the objects of one type are visited. */
interface Plan {
  readonly isHeapType: boolean
  readonly fields: readonly { readonly offset: number; readonly edge: Edge }[]
  /** What the type's module says they own. */
  readonly owns: Owns | null
  readonly rest: Visitor | null
}

/** The plans of the image that was walked last, by type: a walk meets thousands of objects of a few types. */
let plans = new Map<number, Plan>()
let planned: Image | null = null

function planOf(image: Image, type: number): Plan {
  if (planned !== image) {
    plans = new Map()
    planned = image
  }
  let plan = plans.get(type)
  if (!plan) {
    plan = makePlan(image, type)
    plans.set(type, plan)
  }
  return plan
}

function makePlan(image: Image, type: number): Plan {
  const struct = image.structOf(type)
  // Of these structs the last fields are not in every version.
  const { layout, numbers } = image.profile
  const sizes: Readonly<Record<string, number>> = {
    function: layout.function,
    bytearray: layout.bytearray,
    longrange_iterator: numbers.rangeIterator,
  }
  const size = sizes[struct] ?? Number.POSITIVE_INFINITY
  return {
    isHeapType: (image.flags(type) & FLAG.HEAPTYPE) !== 0,
    fields: (OWNED[struct] ?? [])
      .filter(([, offset]) => offset < size)
      .map(([name, offset]) => ({ offset, edge: field(name) })),
    owns: image.ownsOf(type),
    rest: VISITORS[struct] ?? (struct in image.statics.exceptions ? exception : null),
  }
}

/**
 * Every reference the object owns.
 * @param sharedKeys the tables of keys met so far, which may be shared: the first to come owns the keys
 */
export function traverse(image: Image, o: number, sharedKeys: Set<number>, visit: VisitEdge): void {
  const type = image.typeOf(o)
  const { isHeapType, fields, owns, rest } = planOf(image, type)
  if (isHeapType) visit(type, CLASS)
  for (const { offset, edge } of fields) {
    const target = image.load(o + offset)
    if (target !== 0) visit(target, edge)
  }
  if (owns) moduleObject(image, o, type, owns, visit)
  if (rest) rest(image, o, sharedKeys, visit)
  if (isHeapType) instance(image, o, type, visit)
}

const fieldEdges = new Map<string, Edge>()

/** One edge for each name of a field: a walk meets thousands. */
function field(label: string): Edge {
  let edge = fieldEdges.get(label)
  if (!edge) {
    edge = { kind: 'field', label, key: 0 }
    fieldEdges.set(label, edge)
  }
  return edge
}

const CLASS = field('__class__')

/** One edge for each index that most sequences have. */
const itemEdges: readonly Edge[] = Array.from({ length: 1024 }, (_, label) => ({ kind: 'item', label, key: 0 }))

function item(index: number): Edge {
  return itemEdges[index] ?? { kind: 'item', label: index, key: 0 }
}

function visitField(image: Image, address: number, name: string, visit: VisitEdge): void {
  const target = image.load(address)
  if (target !== 0) visit(target, field(name))
}

function tuple(image: Image, o: number, _: Set<number>, visit: VisitEdge): void {
  items(image, o + image.profile.layout.tupleItems, image.size(o), visit)
}

function list(image: Image, o: number, _: Set<number>, visit: VisitEdge): void {
  items(image, image.load(o + PyListObject.ob_item), image.size(o), visit)
}

function items(image: Image, first: number, n: number, visit: VisitEdge): void {
  for (let i = 0; i < n; i++) {
    const target = image.load(first + i * 8)
    if (target !== 0) visit(target, item(i))
  }
}

/** An instance of a module's own type. */
function moduleObject(image: Image, o: number, type: number, owns: Owns, visit: VisitEdge): void {
  const { fields = [], blocks, chain, items, ring } = owns
  // The `__dict__` of a heap type's instance is found by `instance`.
  const dict = image.flags(type) & FLAG.HEAPTYPE ? image.load(type + T.tp_dictoffset) : 0
  for (const [name, offset] of fields) if (offset !== dict) visitField(image, o + offset, name, visit)
  if (ring) {
    for (let link = image.load(o + ring.next); link !== 0 && link !== o; link = image.load(link + ring.next))
      visit(link, field('link'))
  }
  chainItems(image, o, chain).forEach((target, i) => {
    visit(target, item(i))
  })
  for (let i = 0; items && i < image.size(o); i++) {
    const target = image.load(o + items.first + i * items.stride)
    if (target !== 0) visit(target, item(i))
  }
  if (!blocks) return
  let block = image.load(o + blocks.first)
  let index = image.load(o + blocks.index)
  for (let i = 0; block !== 0 && i < image.size(o); i++, index++) {
    if (index === blocks.length) {
      block = image.load(block + blocks.next)
      index = 0
    }
    const target = image.load(block + blocks.items + index * 8)
    if (target !== 0) visit(target, item(i))
  }
}

function dict(image: Image, o: number, sharedKeys: Set<number>, visit: VisitEdge): void {
  const tables = dictTables(image, o)
  if (tables === null) return
  keyTable(image, tables.keys, sharedKeys, visit)
  if (tables.embedded) return
  for (let i = 0; i < tables.entries; i++) {
    const at = tables.first + i * tables.stride
    const value = image.load(tables.values === 0 ? at + 8 : tables.values + i * 8)
    if (value !== 0) visit(value, { kind: 'value', label: i, key: image.load(at) })
  }
}

function keyTable(image: Image, keys: number, sharedKeys: Set<number>, visit: VisitEdge): void {
  if (keys === 0 || sharedKeys.has(keys)) return
  sharedKeys.add(keys)
  const { first, stride, entries } = keysTable(image, keys)
  for (let i = 0; i < entries; i++) {
    const key = image.load(first + i * stride)
    if (key !== 0) visit(key, { kind: 'key', label: i, key: 0 })
  }
}

function set(image: Image, o: number, _: Set<number>, visit: VisitEdge): void {
  setItems(image, o).forEach((target, i) => {
    visit(target, item(i))
  })
}

const TYPE_FIELDS = [
  ['__base__', T.tp_base],
  ['__bases__', T.tp_bases],
  ['__dict__', T.tp_dict],
  ['__mro__', T.tp_mro],
  ['tp_cache', T.tp_cache],
  ['__subclasses__', T.tp_subclasses],
] as const
const HEAP_TYPE_FIELDS = [
  ['__name__', T.ht_name],
  ['__slots__', T.ht_slots],
  ['__qualname__', T.ht_qualname],
  ['__module__', T.ht_module],
] as const

function typeObject(image: Image, o: number, sharedKeys: Set<number>, visit: VisitEdge): void {
  for (const [name, offset] of TYPE_FIELDS) visitField(image, o + offset, name, visit)
  if ((image.flags(o) & FLAG.HEAPTYPE) === 0) return
  for (const [name, offset] of HEAP_TYPE_FIELDS) visitField(image, o + offset, name, visit)
  keyTable(image, image.load(o + T.ht_cached_keys), sharedKeys, visit)
}

/** What a frame owns besides its cells. */
const FRAME_FIELDS = [
  ['f_code', Frame.f_executable],
  ['f_func', Frame.f_funcobj],
  ['f_locals', Frame.f_locals],
] as const

/** Every cell of a frame: locals, cells and free variables, then its value stack; and its own fields. */
export function traverseFrame(
  image: Image,
  frame: number,
  visit: (target: number, edge: Edge, borrowed: boolean) => void,
): void {
  const cell = (address: number, edge: Edge) => {
    const word = image.load(address)
    // Null, and the small numbers 3.15 keeps on the stack, are no objects.
    if (word !== 0 && (word & 3) !== 3) visit(word & ~1, edge, (word & 1) !== 0)
  }
  for (const [name, offset] of FRAME_FIELDS) cell(frame + offset, field(name))
  const executable = image.load(frame + Frame.f_executable) & ~1
  const names = executable === 0 ? [] : image.codeOf(executable).co_localsplusnames
  const first = frame + Frame.sizeof
  const count = (image.load(frame + Frame.stackpointer) - first) / 8
  for (let i = 0; i < count; i++) {
    const edge: Edge =
      i < names.length ? { kind: 'local', label: names[i], key: 0 } : { kind: 'stack', label: i - names.length, key: 0 }
    cell(first + i * 8, edge)
  }
}

/** A frame object owns the frame that outlived its call. */
function frameObject(image: Image, o: number, _: Set<number>, visit: VisitEdge): void {
  const storage = o + PyFrameObject.sizeof
  if (image.load(o + PyFrameObject.f_frame) !== storage) return
  if (image.load(storage + Frame.f_executable) === 0) return
  traverseFrame(image, storage, (target, edge, borrowed) => {
    if (!borrowed) visit(target, edge)
  })
}

/** What native code keeps with its module: how many references, then they themselves (objects/moduleobject.ts). */
function moduleState(image: Image, o: number, _: Set<number>, visit: VisitEdge): void {
  const state = image.load(o + PyModuleObject.md_state)
  if (state === 0) return
  const n = image.load(state)
  for (let i = 0; i < n; i++) visitField(image, state + 8 + i * 8, 'md_state', visit)
}

/** A generator owns its frame, running or not; when the frame is gone the code is left. */
function generator(image: Image, o: number, _: Set<number>, visit: VisitEdge): void {
  const frame = o + PyGenObject.sizeof
  if (image.load(o + PyGenObject.gi_frame_state) >= FRAME_CLEARED) {
    visitField(image, frame + Frame.f_executable, 'code', visit)
    return
  }
  visitField(image, frame + Frame.frame_obj, 'frame', visit)
  traverseFrame(image, frame, (target, edge, borrowed) => {
    if (!borrowed) visit(target, edge)
  })
}

function exception(image: Image, o: number, _: Set<number>, visit: VisitEdge): void {
  for (const [name, offset] of OWNED_BY_EXCEPTIONS) visitField(image, o + offset, name, visit)
  const size = image.load((image.statics.exceptions[image.kindOf(o)] ?? 0) + T.tp_basicsize)
  for (let type = image.typeOf(o); type !== 0; type = image.load(type + T.tp_base)) {
    const names = FIELDS[image.structOf(type) as keyof typeof FIELDS]
    if (names === undefined) continue
    for (const [i, name] of names.entries()) {
      const at = FIRST_FIELD + i * 8
      if (at < size && !NUMBERS.has(name)) visitField(image, o + at, name, visit)
    }
    return
  }
}

/** By struct. */
const VISITORS: Readonly<Record<string, Visitor>> = {
  tuple,
  list,
  dict,
  set,
  frozenset: set,
  type: typeObject,
  frame: frameObject,
  generator,
  coroutine: generator,
  async_generator: generator,
  module: moduleState,
}

/** What an instance of a Python class has beyond what its built-in base has: slots, attribute values, dict. */
function instance(image: Image, o: number, type: number, visit: VisitEdge): void {
  for (let t = type; t !== 0 && image.flags(t) & FLAG.HEAPTYPE; t = image.load(t + T.tp_base)) {
    for (const { name, offset } of slotsOf(image, t)) {
      const value = image.load(o + offset)
      if (value !== 0) visit(value, { kind: 'attribute', label: name, key: 0 })
    }
  }
  if (image.flags(type) & FLAG.MANAGED_DICT) {
    for (const { key, value } of inlineAttributes(image, o, type)) {
      visit(value, { kind: 'attribute', label: image.text(key), key: 0 })
    }
  }
  // Types and exceptions have their dict among their own fields.
  const struct = image.structOf(type)
  const dict = ownDict(image, o, type)
  const offset = image.load(type + T.tp_dictoffset)
  const amongOwn = OWNED[struct]?.some(([, at]) => at === offset) === true
  if (dict !== 0 && struct !== 'type' && !amongOwn && !(struct in image.statics.exceptions)) {
    visit(dict, field('__dict__'))
  }
}

/** The slots a class adds (`__slots__`), from the rows behind the class. */
function slotsOf(image: Image, type: number): { readonly name: string; readonly offset: number }[] {
  const rows = type + image.load(image.typeOf(type) + T.tp_basicsize)
  const result: { name: string; offset: number }[] = []
  const n = image.size(type)
  for (let i = 0; i < n; i++) {
    const row = rows + i * MEMBER_ROW
    result.push({ name: image.texts[image.load(row)] ?? '', offset: image.load(row + MEMBER_OFFSET) })
  }
  return result
}

/** All slots of an instance with their values, base's first. */
export function slotValues(image: Image, o: number): { readonly name: string; readonly value: number }[] {
  const result: { name: string; value: number }[] = []
  for (let t = image.typeOf(o); t !== 0 && image.flags(t) & FLAG.HEAPTYPE; t = image.load(t + T.tp_base)) {
    const own = slotsOf(image, t).map(({ name, offset }) => ({ name, value: image.load(o + offset) }))
    result.unshift(...own)
  }
  return result
}

/** Attributes kept in the instance itself, in the order it got them. */
export function inlineAttributes(
  image: Image,
  o: number,
  type: number,
): { readonly key: number; readonly value: number }[] {
  const values = instanceValues(image, o, type)
  const keys = image.load(type + T.ht_cached_keys)
  if (values === 0 || keys === 0) return []
  const { first, stride } = keysTable(image, keys)
  const at = valuesFirst(image, values)
  return valuesOrder(image, values)
    .map((i) => ({ key: image.load(first + i * stride), value: image.load(at + i * 8) }))
    .filter(({ value }) => value !== 0)
}

function instanceValues(image: Image, o: number, type: number): number {
  const { managedWeakref } = image.profile.instances
  if (!valuesApart(image)) {
    if ((image.flags(type) & FLAG.INLINE_VALUES) === 0) return 0
    const values = o + image.load(type + T.tp_basicsize)
    // Of a dying instance they are marked as gone before they are given up one by one.
    const dying = image.refcnt(o) === 0 && image.load(o + MANAGED_DICT_OFFSET) === 0
    return image.byte(values + 3) === 0 && !dying ? 0 : values
  }
  if (!managedWeakref) return image.load(o + MANAGED_VALUES_OFFSET)
  const word = image.load(o + MANAGED_DICT_OFFSET)
  return word & 1 ? word + 1 : 0
}

/** The `__dict__` of an instance, where one has been made. */
export function ownDict(image: Image, o: number, type: number): number {
  if (image.flags(type) & FLAG.MANAGED_DICT) {
    const word = image.load(o + MANAGED_DICT_OFFSET)
    return word & 1 ? 0 : word
  }
  const offset = image.load(type + T.tp_dictoffset)
  if (offset === 0) return 0
  if (offset > 0) return image.load(o + offset)
  const count = image.kindOf(o) === 'int' ? image.digits(o).count : Math.abs(image.size(o))
  const end = image.load(type + T.tp_basicsize) + count * image.load(type + T.tp_itemsize)
  return image.load(o + ((end + 7) & ~7) + offset)
}
