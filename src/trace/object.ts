// One object of a state. What is cheap is read at once; the rest when asked for.

import { PyWeakReference } from '../simulator/heap/structs.ts'
import { FLAG, type Image } from './image.ts'
import { shortRepr } from './repr.ts'
import { sizeofObject } from './sizeof.ts'
import type { AtomValue, ObjectKind, ObjectState, SlotState } from './state.ts'
import { dictItems, setItems } from './tables.ts'
import { inlineAttributes, ownDict, slotValues, traverse } from './traverse.ts'

/** What is known of all objects of a state together. */
export interface Liveness {
  readonly reachable: Pick<ReadonlySet<number>, 'has'>
  /** The collector's list each tracked object is in: 0 to 2, 3 frozen, -1 while a collection holds it apart. */
  readonly generations: Pick<ReadonlyMap<number, number>, 'get'>
  /** Objects the interpreter had before the program began. */
  readonly builtin: ReadonlySet<number>
}

const KINDS: Readonly<Record<string, ObjectKind>> = {
  NoneType: 'atom',
  NotImplementedType: 'atom',
  ellipsis: 'atom',
  bool: 'atom',
  int: 'atom',
  float: 'atom',
  complex: 'atom',
  str: 'atom',
  bytes: 'atom',
  bytearray: 'atom',
  range: 'atom',
  slice: 'atom',
  list: 'sequence',
  tuple: 'sequence',
  dict: 'mapping',
  mappingproxy: 'mapping',
  set: 'set',
  frozenset: 'set',
  type: 'class',
  function: 'function',
  builtin_function_or_method: 'function',
  method: 'function',
  module: 'module',
  cell: 'cell',
  weakref: 'weakref',
  weakproxy: 'weakref',
  weakcallableproxy: 'weakref',
  generator: 'iterator',
  zip: 'iterator',
  map: 'iterator',
  filter: 'iterator',
  enumerate: 'iterator',
  reversed: 'iterator',
}

/** Counts of 3.11's objects in static memory start here; later versions mark them by the sign. */
const OLD_IMMORTAL = 900_000_000

export class DecodedObject implements ObjectState {
  readonly address: number
  readonly type: number
  readonly #image: Image
  readonly #liveness: Liveness
  #kind: ObjectKind | null = null
  #items: readonly SlotState[] | null = null

  constructor(image: Image, address: number, liveness: Liveness) {
    this.#image = image
    this.address = address
    this.type = image.typeOf(address)
    this.#liveness = liveness
  }

  get id(): number {
    return this.#image.id(this.address)
  }

  get typeName(): string {
    return this.#image.nameOfType(this.type)
  }

  get kind(): ObjectKind {
    this.#kind ??= kindOfType(this.#image, this.type)
    return this.#kind
  }

  get refcnt(): number {
    return this.#image.refcnt(this.address)
  }

  get immortal(): boolean {
    return isImmortalCount(this.refcnt)
  }

  get builtin(): boolean {
    return this.#liveness.builtin.has(this.address)
  }

  get reachable(): boolean {
    return this.#liveness.reachable.has(this.address)
  }

  get tracked(): boolean {
    return this.#image.isGc(this.address) && this.#image.load(this.address - 16) !== 0
  }

  get generation(): number {
    return this.#liveness.generations.get(this.address) ?? -1
  }

  get finalized(): boolean {
    return this.#image.isGc(this.address) && (this.#image.load(this.address - 8) & 1) !== 0
  }

  get sizeof(): number {
    return sizeofObject(this.#image, this.address)
  }

  get repr(): string {
    return shortRepr(this.#image, this.address)
  }

  get value(): AtomValue | undefined {
    const { statics } = this.#image
    if (this.address === statics.none) return null
    if (this.address === statics.true_) return true
    if (this.address === statics.false_) return false
    switch (this.#image.structOf(this.type)) {
      case 'int':
        return this.#image.int(this.address)
      case 'float':
        return this.#image.double(this.address + 16)
      case 'str':
        return this.#image.text(this.address)
      default:
        return undefined
    }
  }

  get items(): readonly SlotState[] {
    this.#items ??= contentsOf(this.#image, this.address, this.type)
    return this.#items
  }

  get weakrefs(): readonly number[] {
    const image = this.#image
    const offset = image.load(this.type + 208)
    const managed = (image.flags(this.type) & FLAG.MANAGED_WEAKREF) !== 0
    if (offset === 0 && !managed) return []
    const refs: number[] = []
    const list = this.address + (offset === 0 ? -32 : offset)
    for (let ref = image.load(list); ref !== 0 && refs.length < 1e6; ref = image.load(ref + PyWeakReference.wr_next)) {
      refs.push(ref)
    }
    return refs
  }
}

/** How the instances of a type want to be drawn. */
function kindOfType(image: Image, type: number): ObjectKind {
  const struct = image.structOf(type)
  if (struct in image.statics.exceptions) return 'exception'
  const kind = KINDS[struct]
  if (kind !== undefined) return kind
  if (struct.endsWith('iterator')) return 'iterator'
  return image.flags(type) & FLAG.HEAPTYPE ? 'instance' : 'other'
}

/** What the interpreter makes for itself to run the program, by the name of its type. */
export function isScaffolding(typeName: string): boolean {
  return ['code', 'frame', 'getset_descriptor', 'member_descriptor', 'traceback'].includes(typeName)
}

/** Whether the instances of a type get a box of their own: no plain values, no modules, nothing of the interpreter's. */
export function isShown(image: Image, type: number): boolean {
  const kind = kindOfType(image, type)
  return kind !== 'atom' && kind !== 'module' && !isScaffolding(image.nameOfType(type))
}

/** Every block a program gets lies above this address. */
const FIRST_BLOCK = 1 << 20

/**
 * Whether the first word of a block (unsigned) is no count: pymalloc and the free lists keep the address of the next free
 * block there, or 0.
 */
export function isLink(word: number): boolean {
  return word === 0 || (word >= FIRST_BLOCK && (word & 15) === 0)
}

/** Whether a stored count (unsigned) means that the object never dies. */
export function isImmortalCount(refcnt: number): boolean {
  return refcnt >= OLD_IMMORTAL
}

function contentsOf(image: Image, o: number, type: number): SlotState[] {
  const struct = image.structOf(type)
  const contents = builtinContents(image, o, struct)
  if ((image.flags(type) & FLAG.HEAPTYPE) === 0) return contents
  for (const { name, value } of slotValues(image, o)) {
    contents.push({ kind: 'attribute', label: name, target: value, key: 0 })
  }
  const values = inlineAttributes(image, o, type)
  const dict = ownDict(image, o, type)
  const attributes = values.length > 0 || dict === 0 || image.kindOf(dict) !== 'dict' ? values : dictItems(image, dict)
  for (const { key, value } of attributes) {
    const label = image.kindOf(key) === 'str' ? image.text(key) : '?'
    contents.push({ kind: 'attribute', label, target: value, key: 0 })
  }
  return contents
}

function builtinContents(image: Image, o: number, struct: string): SlotState[] {
  const item = (target: number, label: number): SlotState => ({ kind: 'item', label, target, key: 0 })
  switch (struct) {
    case 'list': {
      const first = image.load(o + 24)
      return Array.from({ length: image.size(o) }, (_, i) => item(image.load(first + i * 8), i))
    }
    case 'tuple':
      // While a tuple is being filled its other places are empty.
      return image
        .tupleItems(o)
        .map(item)
        .filter(({ target }) => target !== 0)
    case 'dict':
      return dictItems(image, o).flatMap(({ key, value }, label) => [
        { kind: 'key', label, target: key, key: 0 },
        { kind: 'value', label, target: value, key },
      ])
    case 'set':
    case 'frozenset':
      return setItems(image, o).map(item)
    default: {
      const fields: SlotState[] = []
      traverse(image, o, new Set(), (target, edge) => {
        const { kind, label } = edge
        if ((kind === 'field' || kind === 'item') && label !== '__class__') fields.push({ kind, label, target, key: 0 })
      })
      return fields
    }
  }
}
