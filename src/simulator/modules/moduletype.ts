// Objects/typeobject.c, PyType_FromModuleAndSpec: the native types a module brings. Which are static and which are made
// on the heap, where each instance holds its type, differs by version (profiles/modules.ts).

import { untrack } from '../heap/gchead.ts'
import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, OwnedField, TypeSlots } from '../heap/typeslots.ts'
import { setItemText } from '../objects/dictobject.ts'
import { addToState, PyModule_GetDict } from '../objects/moduleobject.ts'
import {
  describeType,
  PyType_GenericAlloc,
  readyNativeType,
  reserveStaticType,
  type TypeBody,
} from '../objects/typeobject.ts'
import { internStr } from '../objects/unicodeobject.ts'

/** A native type of a module. */
export interface ModuleType extends TypeBody {
  /** With the module: `itertools.count`. */
  readonly tp_name: string
  /** Its base among the native types, `object` where absent. */
  readonly base?: (ts: ThreadState) => Borrowed
  /** Static in every version, whatever the rest of its module is. */
  readonly alwaysStatic?: boolean
  /** Python code may set attributes on it. */
  readonly mutable?: boolean
}

/** The address of a module's type, by `tp_name`; 0 while its module is not imported. */
export function moduleType(ts: ThreadState, tp_name: string): Borrowed {
  return ts.moduleTypes.get(tp_name) ?? 0
}

/** Makes a type and enters it in the module under its own name, or not at all where `attribute` is null. -1 on failure. */
export function addType(
  ts: ThreadState,
  module: Borrowed,
  spec: ModuleType,
  attribute: string | null = shortName(spec.tp_name),
): number {
  if (ts.profile.modules.missing.includes(spec.tp_name)) return 0
  const home = spec.tp_name.slice(0, spec.tp_name.lastIndexOf('.'))
  const heap = !spec.alwaysStatic && ts.profile.modules.heapTypes.includes(home)
  const known = heap ? 0 : moduleType(ts, spec.tp_name)
  const type = heap ? fromSpec(ts, module, spec, home) : known || fromStatic(ts, spec)
  if (type === 0) return -1
  ts.moduleTypes.set(spec.tp_name, type)
  if (spec.slots.owns) ts.moduleOwns.set(type, spec.slots.owns)
  const status = attribute === null ? 0 : setItemText(ts, PyModule_GetDict(ts, module), attribute, type)
  if (heap) addToState(ts, module, type)
  return status
}

function shortName(tp_name: string): string {
  return tp_name.slice(tp_name.lastIndexOf('.') + 1)
}

function fromStatic(ts: ThreadState, spec: ModuleType): Borrowed {
  const type = reserveStaticType(ts, spec, spec.tp_name)
  ts.mem.store(type + 8, ts.types.type)
  readyNativeType(ts, type, spec, spec.base?.(ts) ?? ts.types.object)
  return type
}

function fromSpec(ts: ThreadState, module: Borrowed, spec: ModuleType, home: string): Borrowed {
  const { mem } = ts
  const type = PyType_GenericAlloc(ts, ts.types.type)
  if (type === 0) return 0
  mem.store(type + PyTypeObject.tp_name, ts.addText(spec.tp_name))
  mem.store(type + PyTypeObject.ht_name, internStr(ts, shortName(spec.tp_name)))
  mem.store(type + PyTypeObject.ht_qualname, newref(ts, mem.load(type + PyTypeObject.ht_name)))
  mem.store(type + PyTypeObject.ht_module, newref(ts, module))
  const body = { ...spec, slots: heapSlots(spec.slots) }
  describeType(ts, type, body, TPFLAGS.HEAPTYPE | (spec.mutable ? 0 : TPFLAGS.IMMUTABLETYPE))
  readyNativeType(ts, type, body, spec.base?.(ts) ?? ts.types.object)
  const name = internStr(ts, home)
  setItemText(ts, mem.load(type + PyTypeObject.tp_dict), '__module__', name)
  DECREF(ts, name)
  return type
}

/** An instance of a heap type gives up its type last, and shows it to the collector. */
function heapSlots(slots: TypeSlots): TypeSlots {
  const { tp_dealloc, tp_traverse } = slots
  const heap: TypeSlots = { ...slots }
  if (tp_dealloc)
    heap.tp_dealloc = (ts, self) => {
      const type = Py_TYPE(ts, self)
      tp_dealloc(ts, self)
      DECREF(ts, type)
    }
  if (tp_traverse)
    heap.tp_traverse = (ts, self, visit) => {
      visit(Py_TYPE(ts, self), { kind: 'field', name: '__class__' })
      tp_traverse(ts, self, visit)
    }
  return heap
}

/** Lifetime of an object that owns the references in `fields`, given up in that order. */
export function owning(fields: readonly OwnedField[]): TypeSlots {
  return {
    owns: { fields },
    tp_dealloc(ts, self) {
      if (typeFlags(ts, Py_TYPE(ts, self)) & TPFLAGS.HAVE_GC) untrack(ts.mem, self)
      for (const [, offset] of fields) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [name, offset] of fields) {
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_clear(ts, self) {
      for (const [, offset] of fields) CLEAR(ts, self + offset)
    },
  }
}
