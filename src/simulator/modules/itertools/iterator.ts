// What the iterators of itertools have in common.

import type { ThreadState } from '../../heap/pystate.ts'
import { newref, slotsOf } from '../../heap/refcount.ts'
import { type FieldKind, layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../../heap/typeslots.ts'
import { _PyArg_NoKeywords } from '../../objects/call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Occurred } from '../../objects/errors.ts'
import type { MethodSpec } from '../../objects/object.ts'
import type { Profile } from '../../profiles/index.ts'
import { type ModuleType, owning } from '../moduletype.ts'

/** One iterator type of itertools. */
export interface IteratorPlan<F extends readonly (readonly [string, FieldKind])[]> {
  readonly name: string
  readonly fields: F
  /** The references it owns, in the order in which it gives them up. */
  readonly owns: readonly F[number][0][]
  readonly tp_new?: NonNullable<TypeSlots['tp_new']>
  readonly next: (ts: ThreadState, self: Borrowed) => Owned
  /** Sizes that differ by version; else the fields' sum. */
  readonly basicsize?: (profile: Profile) => number
  readonly slots?: TypeSlots
  readonly methods?: readonly MethodSpec[]
  /** Not a base class for Python code. */
  readonly final?: boolean
}

/** The offsets of the fields. */
export function fieldsOf<const F extends readonly (readonly [string, FieldKind])[]>(fields: F) {
  return layout(PyObject.sizeof, fields)
}

/** The type of the plan. */
export function iteratorType<const F extends readonly (readonly [string, FieldKind])[]>(
  plan: IteratorPlan<F>,
): ModuleType {
  const offsets = layout(PyObject.sizeof, plan.fields) as Readonly<Record<string, number>>
  return {
    tp_name: `itertools.${plan.name}`,
    basicsize: plan.basicsize ?? offsets.sizeof,
    flags: plan.final ? ['HAVE_GC'] : ['HAVE_GC', 'BASETYPE'],
    slots: {
      ...owning(plan.owns.map((name) => [name, offsets[name]] as const)),
      ...(plan.tp_new ? { tp_new: plan.tp_new } : {}),
      tp_iter: newref,
      tp_iternext: plan.next,
      ...plan.slots,
    },
    ...(plan.methods ? { methods: plan.methods } : {}),
  }
}

/** tp_iternext: the next item; 0 at the end, where StopIteration may be left set. */
export function iternext(ts: ThreadState, iterator: Borrowed): Owned {
  const next = slotsOf(ts, iterator).tp_iternext
  return next ? next(ts, iterator) : 0
}

/** Forgets StopIteration; whether another exception is set. */
export function failedOtherwise(ts: ThreadState): boolean {
  if (PyErr_Occurred(ts) === 0) return false
  if (!PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) return true
  PyErr_Clear(ts)
  return false
}

/** Whether a type that takes none got keywords: -1 with TypeError. Subclasses may take their own. */
export function noKeywords(ts: ThreadState, name: string, type: Borrowed, own: Borrowed, kwnames: Borrowed): number {
  return type !== own || _PyArg_NoKeywords(ts, name, kwnames) ? 0 : -1
}
