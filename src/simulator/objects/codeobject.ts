// Objects/codeobject.c: code objects. The instructions are immutable and kept in `ts.codes`; the object in memory holds
// the constants and names, and behind its header one 16-bit warm-up counter for each instruction, where CPython has the
// instructions themselves with their inline caches.

import { type Code, co_cellvars, co_freevars, co_varnames } from '../compiler/code.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, newref } from '../heap/refcount.ts'
import { PyCodeObject as C, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { codeGetSet, codeMethods } from './codeattributes.ts'
import { code_replace } from './codereplace.ts'
import { PyErr_NoMemory } from './errors.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { newInt } from './longobject.ts'
import type { GetSetSpec, TypeSpec } from './object.ts'
import { newTuple, PyTuple_SET_ITEM, trackTupleAlways } from './tupleobject.ts'
import { pointer } from './typenames.ts'
import { internStr, newStr, textOf } from './unicodeobject.ts'

/** What `PyCode_New` is given: owned references that the code object takes over. */
export interface CodeParts {
  readonly co_consts: Owned
  readonly co_names: Owned
  readonly co_localsplusnames: Owned
  readonly co_filename: Owned
  readonly co_name: Owned
  readonly co_qualname: Owned
}

/** The immutable part of a code object. */
export function codeOf(ts: ThreadState, o: Borrowed): Code {
  return ts.codes[ts.mem.load(o + C.code_number)]
}

/** A new code object. */
export function PyCode_New(ts: ThreadState, code: Code, parts: CodeParts): Owned {
  const last = code.instructions[code.instructions.length - 1]
  const units = last ? last.offset / 2 + 1 : 0
  const o = allocate(ts, ts.types.code, ts.profile.layout.code + units * 2)
  if (o === 0) return PyErr_NoMemory(ts)
  const mem = ts.mem
  mem.store(o + PyVarObject.ob_size, units)
  mem.store(o + C.co_consts, parts.co_consts)
  mem.store(o + C.co_names, parts.co_names)
  mem.store(o + C.co_localsplusnames, parts.co_localsplusnames)
  mem.store(o + C.co_filename, parts.co_filename)
  mem.store(o + C.co_name, parts.co_name)
  mem.store(o + C.co_qualname, parts.co_qualname)
  mem.store(o + C.code_number, ts.codes.push(code) - 1)
  return o
}

/**
 * Counts one execution of the instruction at `offset` (bytes), up to 65,535.
 * @returns how often it was executed before
 */
export function countExecution(ts: ThreadState, o: Borrowed, offset: number): number {
  const at = o + ts.profile.layout.code + offset
  const before = ts.mem.loadShort(at)
  if (before < 0xffff) ts.mem.storeShort(at, before + 1)
  return before
}

/** The references a code object owns, by the names of its attributes. */
const OWNED: readonly (readonly [name: string, offset: number])[] = [
  ['co_consts', C.co_consts],
  ['co_names', C.co_names],
  ['co_exceptiontable', C.co_exceptiontable],
  ['co_localsplusnames', C.co_localsplusnames],
  ['co_filename', C.co_filename],
  ['co_name', C.co_name],
  ['co_qualname', C.co_qualname],
  ['co_linetable', C.co_linetable],
  ['_co_code', C._co_code],
]

const slots: TypeSlots = {
  tp_dealloc(ts, self) {
    ts.clearWeakRefs(self)
    for (const [, offset] of OWNED) CLEAR(ts, self + offset)
    freeObject(ts, self)
  },
  tp_traverse(ts, self, visit) {
    for (const [name, offset] of OWNED) {
      const o = ts.mem.load(self + offset)
      if (o !== 0) visit(o, { kind: 'field', name })
    }
  },
  tp_repr(ts, self) {
    const code = codeOf(ts, self)
    const file = textOf(ts, ts.mem.load(self + C.co_filename))
    return newStr(ts, `<code object ${code.co_name} at ${pointer(self)}, file "${file}", line ${code.co_firstlineno}>`)
  },
  tp_getattro: PyObject_GenericGetAttr,
}

function owned(name: string, offset: number): GetSetSpec {
  return { name, get: (ts, self) => newref(ts, ts.mem.load(self + offset) || ts.none) }
}

function number(
  name:
    | 'co_argcount'
    | 'co_posonlyargcount'
    | 'co_kwonlyargcount'
    | 'co_flags'
    | 'co_stacksize'
    | 'co_nlocals'
    | 'co_firstlineno',
): GetSetSpec {
  return { name, get: (ts, self) => newInt(ts, codeOf(ts, self)[name]) }
}

function names(name: string, of: (code: Code) => string[]): GetSetSpec {
  return {
    name,
    get(ts, self) {
      const list = of(codeOf(ts, self))
      const tuple = newTuple(ts, list.length)
      if (tuple === 0) return 0
      for (const [i, text] of list.entries()) PyTuple_SET_ITEM(ts, tuple, i, internStr(ts, text))
      trackTupleAlways(ts, tuple)
      return tuple
    },
  }
}

/** code_sizeof: rounded up to whole words. */
function code_sizeof(ts: ThreadState, code: Borrowed): number {
  return (ts.profile.layout.code + 2 * ts.mem.load(code + PyVarObject.ob_size) + 7) & ~7
}

export const PyCode_Type: TypeSpec = {
  name: 'code',
  basicsize: (profile) => profile.layout.code,
  itemsize: 2,
  flags: [],
  weaklistoffset: C.co_weakreflist,
  slots: { ...slots, sizeof: code_sizeof },
  methods: [...codeMethods, { name: 'replace', kind: 'KEYWORDS', call: code_replace }],
  getset: [
    owned('co_consts', C.co_consts),
    owned('co_names', C.co_names),
    owned('co_filename', C.co_filename),
    owned('co_name', C.co_name),
    owned('co_qualname', C.co_qualname),
    number('co_argcount'),
    number('co_posonlyargcount'),
    number('co_kwonlyargcount'),
    number('co_flags'),
    number('co_stacksize'),
    number('co_nlocals'),
    number('co_firstlineno'),
    names('co_varnames', co_varnames),
    names('co_cellvars', co_cellvars),
    names('co_freevars', co_freevars),
    ...codeGetSet,
  ],
}
