// The tables of dicts and sets, read from the image: Objects/dictobject.c, Objects/setobject.c.

import { PyDictKeysObject as Keys, PyDictObject, PySetObject } from '../simulator/heap/structs.ts'
import type { Owns } from '../simulator/heap/typeslots.ts'
import type { Image } from './image.ts'

/** `dk_kind` of a table whose entries begin with the hash. */
const DICT_KEYS_GENERAL = 0
/** The key of a deleted entry of a set. */
const SET_DUMMY = 4

/** The tables of a dict: where its entries stand. */
interface DictTables {
  readonly keys: number
  readonly kind: number
  /** Address of the first key; entries are `stride` bytes apart. */
  readonly first: number
  readonly stride: number
  readonly entries: number
  /** Address of the first value where values stand apart, else 0. */
  readonly values: number
  /** The values belong to an instance. */
  readonly embedded: boolean
}

/** Reads a table of keys. */
export function keysTable(image: Image, keys: number): Omit<DictTables, 'values' | 'embedded'> {
  const sizes = image.load(keys + Keys.dk_sizes)
  const kind = (sizes >> 16) & 0xff
  const entriesAt = keys + Keys.sizeof + (1 << ((sizes >> 8) & 0xff))
  return {
    keys,
    kind,
    first: kind === DICT_KEYS_GENERAL ? entriesAt + 8 : entriesAt,
    stride: kind === DICT_KEYS_GENERAL ? 24 : 16,
    entries: image.load(keys + Keys.dk_nentries),
  }
}

/** Reads the tables of a dict; `null` while it has none. */
export function dictTables(image: Image, o: number): DictTables | null {
  const keys = image.load(o + PyDictObject.ma_keys)
  if (keys === 0) return null
  const values = image.load(o + PyDictObject.ma_values)
  return {
    ...keysTable(image, keys),
    values: values === 0 ? 0 : valuesFirst(image, values),
    embedded: values !== 0 && !valuesApart(image) && image.byte(values + 2) !== 0,
  }
}

/** Whether an instance's values are a block of their own. */
export function valuesApart(image: Image): boolean {
  return image.profile.instances.inlineValues === 'separate'
}

/** Address of the first of an instance's values. */
export function valuesFirst(image: Image, values: number): number {
  return valuesApart(image) ? values : values + 8
}

/** Which entries of a split table an instance has, in the order it got them. */
export function valuesOrder(image: Image, values: number): number[] {
  const apart = valuesApart(image)
  const n = image.byte(apart ? values - 2 : values + 1)
  const order: number[] = []
  for (let i = 0; i < n; i++) {
    order.push(image.byte(apart ? values - 3 - i : values + 8 + image.byte(values) * 8 + i))
  }
  return order
}

/** The references in the chain of blocks of a module's own type, first to last. */
export function chainItems(image: Image, o: number, chain: Owns['chain']): number[] {
  const result: number[] = []
  for (let at = chain ? image.load(o + chain.first) : 0; chain && at !== 0; at = image.load(at + chain.next))
    result.push(image.load(at + chain.reference))
  return result
}

/** The entries of a dict in its order, an OrderedDict's own: addresses of key and value. */
export function dictItems(image: Image, o: number): { readonly key: number; readonly value: number }[] {
  const tables = dictTables(image, o)
  if (tables === null) return []
  const result: { key: number; value: number }[] = []
  const { first, stride, entries } = tables
  if (tables.values !== 0) {
    for (const i of valuesOrder(image, image.load(o + PyDictObject.ma_values))) {
      const value = image.load(tables.values + i * 8)
      if (value !== 0) result.push({ key: image.load(first + i * stride), value })
    }
    return result
  }
  for (let i = 0; i < entries; i++) {
    const value = image.load(first + i * stride + 8)
    if (value !== 0) result.push({ key: image.load(first + i * stride), value })
  }
  const order = new Map(chainItems(image, o, image.ownsOf(image.typeOf(o))?.chain).map((key, i) => [key, i]))
  if (order.size > 0) result.sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0))
  return result
}

/** The items of a set, in table order. */
export function setItems(image: Image, o: number): number[] {
  const table = image.load(o + PySetObject.table)
  const result: number[] = []
  if (table === 0) return result
  for (let i = 0; i <= image.load(o + PySetObject.mask); i++) {
    const key = image.load(table + i * 16)
    if (key !== 0 && key !== SET_DUMMY) result.push(key)
  }
  return result
}
