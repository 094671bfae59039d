// Include/cpython/object.h: what a type can do, as a table of functions. The heap calls it without knowing any type.

import type { ThreadState } from './pystate.ts'

/** A reference the receiver must not give up: the caller keeps it alive. 0 is NULL. */
export type Borrowed = number
/** A reference that is the receiver's to give up or pass on. 0 is NULL: an exception is set. */
export type Owned = number

/** Told of each reference an object owns. `edge` names the holder as a learner would: `[0]`, `.next`, `key 'a'`. */
export type Visit = (ref: number, edge: Edge) => void

/** How one object holds another. */
export type Edge =
  | { readonly kind: 'item'; readonly index: number }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'key'; readonly index: number }
  | { readonly kind: 'value'; readonly key: number }
  | { readonly kind: 'field'; readonly name: string }

/** What visitors are given that do not ask how (`ts.edgesWanted`). */
export const SOME_EDGE: Edge = { kind: 'field', name: '' }

/** `(ts, self) -> object`: owned result, 0 on error. */
export type UnaryFunc = (ts: ThreadState, self: Borrowed) => Owned
/** `(ts, left, right) -> object`: may return NotImplemented. */
export type BinaryFunc = (ts: ThreadState, left: Borrowed, right: Borrowed) => Owned
/** `pow(base, exponent, modulus)`. */
export type TernaryFunc = (ts: ThreadState, a: Borrowed, b: Borrowed, c: Borrowed) => Owned
/** 1 true, 0 false, -1 error. */
export type Inquiry = (ts: ThreadState, self: Borrowed) => number
/** A length, or -1 on error. */
export type LenFunc = (ts: ThreadState, self: Borrowed) => number
/** Comparison operators, numbered as in object.h: 0 `<`, 1 `<=`, 2 `==`, 3 `!=`, 4 `>`, 5 `>=`. */
export type RichCmpFunc = (ts: ThreadState, self: Borrowed, other: Borrowed, op: number) => Owned
/**
 * Vectorcall: `argv` is the address of `nargs` stack cells (tagged, see stackref.ts) followed by the values of the
 * keywords named in the tuple `kwnames` (0 for none). The arguments stay the caller's.
 */
export type Vectorcall = (ts: ThreadState, callable: Borrowed, argv: number, nargs: number, kwnames: Borrowed) => Owned

/** A field that owns a reference: its name as Python shows it, its byte offset. */
export type OwnedField = readonly [name: string, offset: number]

/** Where the instances of a type keep the references they own, for those who read memory from outside. */
export interface Owns {
  readonly fields?: readonly OwnedField[]
  /** `ob_size` items in a chain of blocks: offsets in the object, then in a block; `length` items fill a block. */
  readonly blocks?: {
    readonly first: number
    readonly index: number
    readonly items: number
    readonly next: number
    readonly length: number
  }
  /** One in each of `ob_size` items: where the first stands, and how far the next one is from it. */
  readonly items?: { readonly first: number; readonly stride: number }
  /** One in each of the blocks of a chain: the offset of the first block, then of the next and of the reference in a block. */
  readonly chain?: { readonly first: number; readonly next: number; readonly reference: number }
  /** Objects in a ring that begins and ends with this one: the offset of the next, in each. */
  readonly ring?: { readonly next: number }
}

/**
 * A type's functions. A missing one is inherited when the type is readied, as `inherit_slots` does. A class, so that every
 * table in use has all the fields and one shape: what reads a slot is quick whatever type it meets.
 */
export class TypeSlots {
  /** What the trace has to know of an instance; only types of modules say it. */
  owns?: Owns
  tp_dealloc?: (ts: ThreadState, self: number) => void
  tp_traverse?: (ts: ThreadState, self: Borrowed, visit: Visit) => void
  tp_clear?: (ts: ThreadState, self: Borrowed) => void
  tp_finalize?: (ts: ThreadState, self: Borrowed) => void
  tp_repr?: UnaryFunc
  tp_str?: UnaryFunc
  /** Low 32 bits of the hash; the high ones are left in `ts.hashHigh`. Both -1: error. */
  tp_hash?: ((ts: ThreadState, self: Borrowed) => number) | null
  tp_call?: Vectorcall
  tp_getattro?: BinaryFunc
  /** `value` 0 deletes. 0 ok, -1 error. */
  tp_setattro?: (ts: ThreadState, self: Borrowed, name: Borrowed, value: Borrowed) => number
  tp_richcompare?: RichCmpFunc
  tp_iter?: UnaryFunc
  /** The next item; 0 without an exception set means exhausted. */
  tp_iternext?: UnaryFunc
  tp_descr_get?: (ts: ThreadState, self: Borrowed, obj: Borrowed, type: Borrowed) => Owned
  tp_descr_set?: (ts: ThreadState, self: Borrowed, obj: Borrowed, value: Borrowed) => number
  tp_init?: (ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed) => number
  tp_new?: (ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed) => Owned
  /** What `sys.getsizeof` reports without the GC header, in bytes; -1 on error. */
  sizeof?: (ts: ThreadState, self: Borrowed) => number
  /** Counts one more user of the object's bytes, who may want them side by side. 0 ok, -1 error. */
  bf_getbuffer?: (ts: ThreadState, self: Borrowed, scattered: boolean) => number
  /** One user less. */
  bf_releasebuffer?: (ts: ThreadState, self: Borrowed) => void
  /** NOT CPYTHON: instead of a pointer the bytes themselves, as a text of characters below 256. */
  bf_bytes?: (ts: ThreadState, self: Borrowed) => string
  /** Where the first byte lies and what the items are (`struct` format), where it is neither bytes nor bytearray. */
  bf_start?: (ts: ThreadState, self: Borrowed) => number
  bf_format?: (ts: ThreadState, self: Borrowed) => string
  nb_add?: BinaryFunc
  nb_subtract?: BinaryFunc
  nb_multiply?: BinaryFunc
  nb_remainder?: BinaryFunc
  nb_divmod?: BinaryFunc
  nb_power?: TernaryFunc
  nb_negative?: UnaryFunc
  nb_positive?: UnaryFunc
  nb_absolute?: UnaryFunc
  nb_bool?: Inquiry
  nb_invert?: UnaryFunc
  nb_lshift?: BinaryFunc
  nb_rshift?: BinaryFunc
  nb_and?: BinaryFunc
  nb_xor?: BinaryFunc
  nb_or?: BinaryFunc
  nb_int?: UnaryFunc
  nb_float?: UnaryFunc
  nb_index?: UnaryFunc
  nb_floor_divide?: BinaryFunc
  nb_true_divide?: BinaryFunc
  nb_matrix_multiply?: BinaryFunc
  nb_inplace_add?: BinaryFunc
  nb_inplace_subtract?: BinaryFunc
  nb_inplace_multiply?: BinaryFunc
  nb_inplace_remainder?: BinaryFunc
  nb_inplace_power?: TernaryFunc
  nb_inplace_lshift?: BinaryFunc
  nb_inplace_rshift?: BinaryFunc
  nb_inplace_and?: BinaryFunc
  nb_inplace_xor?: BinaryFunc
  nb_inplace_or?: BinaryFunc
  nb_inplace_floor_divide?: BinaryFunc
  nb_inplace_true_divide?: BinaryFunc
  nb_inplace_matrix_multiply?: BinaryFunc
  sq_length?: LenFunc
  sq_concat?: BinaryFunc
  sq_repeat?: (ts: ThreadState, self: Borrowed, count: number) => Owned
  sq_item?: (ts: ThreadState, self: Borrowed, index: number) => Owned
  /** `value` 0 deletes. */
  sq_ass_item?: (ts: ThreadState, self: Borrowed, index: number, value: Borrowed) => number
  sq_contains?: (ts: ThreadState, self: Borrowed, value: Borrowed) => number
  sq_inplace_concat?: BinaryFunc
  sq_inplace_repeat?: (ts: ThreadState, self: Borrowed, count: number) => Owned
  mp_length?: LenFunc
  mp_subscript?: BinaryFunc
  /** `value` 0 deletes. */
  mp_ass_subscript?: (ts: ThreadState, self: Borrowed, key: Borrowed, value: Borrowed) => number
}
