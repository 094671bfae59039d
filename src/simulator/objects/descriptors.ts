// Include/cpython/descrobject.h: the native part of a descriptor, kept outside the image because it never changes.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE } from '../heap/refcount.ts'
import { PyDescrObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import type { GetSetSpec, MethodSpec } from './object.ts'

/** The function in one slot of a native type. */
export type SlotFunction = NonNullable<TypeSlots[keyof TypeSlots]>

/** Makes a slot's function callable from Python: checks the arguments and turns the result into an object. */
export type SlotWrapper = (
  ts: ThreadState,
  self: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
  wrapped: SlotFunction,
) => Owned

/** One row of slotdefs: a special method's name and the slot it stands for. */
export interface SlotDef {
  readonly name: string
  readonly slot: keyof TypeSlots
  /** What stands in the slot of a Python class that defines the method; `null`: the name alone never fills the slot. */
  readonly generic: SlotFunction | null
  /** How the slot of a native type is called by name; `null`: it is not. */
  readonly wrapper: SlotWrapper | null
  /** The wrapper takes keyword arguments. */
  readonly keywords?: boolean
}

/** A field of an instance shown by name (PyMemberDef). */
export interface MemberSpec {
  readonly name: string
  /** Bytes from the object. */
  readonly offset: number
  readonly readonly: boolean
  /** `slot` raises AttributeError while empty, `object` shows None; `ssize` is a number, `bool` a truth. */
  readonly kind: 'slot' | 'object' | 'ssize' | 'bool'
}

/** What `d_payload` numbers in `ts.descriptors`. */
export type DescrPayload =
  | { readonly kind: 'method'; readonly spec: MethodSpec; readonly native: number }
  | { readonly kind: 'wrapper'; readonly def: SlotDef; readonly wrapped: SlotFunction }
  | { readonly kind: 'getset'; readonly spec: GetSetSpec }
  | { readonly kind: 'member'; readonly spec: MemberSpec }

/** The native part of a descriptor object. */
export function payloadOf(ts: ThreadState, descr: Borrowed): DescrPayload {
  return ts.descriptors[ts.mem.load(descr + PyDescrObject.d_payload)] as DescrPayload
}

/** The slot function behind a wrapper_descriptor; `null` for any other object. */
export function wrappedFunction(ts: ThreadState, o: Borrowed): SlotFunction | null {
  if (Py_TYPE(ts, o) !== ts.types.wrapper_descriptor) return null
  const payload = payloadOf(ts, o)
  return payload.kind === 'wrapper' ? payload.wrapped : null
}
