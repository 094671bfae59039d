// Objects/codeobject.c: what a code object tells of its instructions: as bytes, and by two iterators over their places.

import type { Code } from '../compiler/code.ts'
import { co_code, co_exceptiontable, co_lines, co_linetable, co_positions } from '../compiler/codebytes.ts'
import { findOpcodes } from '../compiler/opcodes/index.ts'
import type { Opcodes } from '../compiler/opcodes/table.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { CLEAR, newref } from '../heap/refcount.ts'
import type { StaticTypes } from '../heap/statictypes.ts'
import { PyCodeObject as C, layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newBytes } from './bytesstorage.ts'
import { argAt } from './call.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { newInt, PyLong_AsNumber } from './longobject.ts'
import type { GetSetSpec, MethodSpec, TypeSpec } from './object.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

function codeOf(ts: ThreadState, o: Borrowed): Code {
  return ts.codes[ts.mem.load(o + C.code_number)]
}

const opcodesOf = (ts: ThreadState) => findOpcodes(ts.profile.compiler.opcodes)

/** Bytes made when they are first asked for and kept in the field at `offset`. */
function bytes(
  name: string,
  offset: number,
  of: (code: Code, opcodes: Opcodes, merged: boolean) => number[],
): GetSetSpec {
  return {
    name,
    get(ts, self) {
      if (ts.mem.load(self + offset) === 0) {
        const made = of(codeOf(ts, self), opcodesOf(ts), ts.profile.compiler.mergesPlaces)
        ts.mem.store(self + offset, newBytes(ts, Uint8Array.from(made)))
      }
      const kept = ts.mem.load(self + offset)
      return kept === 0 ? 0 : newref(ts, kept)
    },
  }
}

/** An attribute of CPython's code objects that is not simulated. */
function refused(name: string, always: boolean): GetSetSpec {
  return {
    name,
    when: ({ compiler }) => always || compiler.codeAttributes.includes(name),
    get() {
      throw new Stop({ kind: 'unsupported', feature: `\`${name}\` of code objects` })
    },
  }
}

export const codeGetSet: readonly GetSetSpec[] = [
  bytes('co_code', C._co_code, co_code),
  bytes('co_linetable', C.co_linetable, co_linetable),
  bytes('co_exceptiontable', C.co_exceptiontable, co_exceptiontable),
  refused('_co_code_adaptive', true),
  ...['co_lnotab', 'co_branches', '__replace__'].map((name) => refused(name, false)),
]

const rowsiter = layout(PyObject.sizeof, [
  ['code', 'ptr'],
  ['index', 'ssize'],
])

type Row = readonly (number | null)[]

const lineRows = new WeakMap<Code, readonly Row[]>()
const positionRows = new WeakMap<Code, readonly Row[]>()

function linesOf(ts: ThreadState, code: Code): readonly Row[] {
  return co_lines(code, opcodesOf(ts), ts.profile.compiler.mergesPlaces)
}

function positionsOf(ts: ThreadState, code: Code): readonly Row[] {
  const place = co_positions(code, opcodesOf(ts))
  return place.map(({ lineno, end_lineno, col, end_col }) => [lineno, end_lineno, col, end_col])
}

function rowsMethod(name: string, type: 'line_iterator' | 'positions_iterator'): MethodSpec {
  return {
    name,
    kind: 'NOARGS',
    call(ts, self) {
      const o = allocate(ts, ts.types[type], SIZES[type])
      if (o === 0) return PyErr_NoMemory(ts)
      ts.mem.store(o + rowsiter.code, newref(ts, self))
      ts.mem.store(o + rowsiter.index, 0)
      return o
    },
  }
}

/** Bytes of `lineiterator` and `positionsiterator`. */
const SIZES = { line_iterator: 64, positions_iterator: 80 } as const

/** One of the two iterators: each step makes a tuple of the next row. */
function rowsType(
  name: keyof typeof SIZES & keyof StaticTypes,
  known: WeakMap<Code, readonly Row[]>,
  rowsOf: (ts: ThreadState, code: Code) => readonly Row[],
): TypeSpec {
  return {
    name,
    basicsize: SIZES[name],
    flags: [],
    slots: {
      tp_dealloc(ts, self) {
        CLEAR(ts, self + rowsiter.code)
        freeObject(ts, self)
      },
      tp_traverse(ts, self, visit) {
        const code = ts.mem.load(self + rowsiter.code)
        if (code !== 0) visit(code, { kind: 'field', name: name === 'line_iterator' ? 'li_code' : 'pi_code' })
      },
      tp_iter: newref,
      tp_iternext(ts, self): Owned {
        const code = codeOf(ts, ts.mem.load(self + rowsiter.code))
        let rows = known.get(code)
        if (!rows) {
          rows = rowsOf(ts, code)
          known.set(code, rows)
        }
        const index = ts.mem.load(self + rowsiter.index)
        if (index >= rows.length) return 0
        ts.mem.store(self + rowsiter.index, index + 1)
        return PyTuple_FromArray(
          ts,
          rows[index].map((value) => (value === null ? newref(ts, ts.none) : newInt(ts, value))),
        )
      },
    },
  }
}

export const PyLineIterator_Type = rowsType('line_iterator', lineRows, linesOf)
export const PyPositionsIterator_Type = rowsType('positions_iterator', positionRows, positionsOf)

export const codeMethods: readonly MethodSpec[] = [
  rowsMethod('co_lines', 'line_iterator'),
  rowsMethod('co_positions', 'positions_iterator'),
  {
    name: '_varname_from_oparg',
    kind: 'O',
    call(ts, self, argv) {
      const index = PyLong_AsNumber(ts, argAt(ts, argv, 0))
      if (index === -1 && PyErr_Occurred(ts) !== 0) return 0
      const names = ts.mem.load(self + C.co_localsplusnames)
      if (index >= 0 && index < PyTuple_GET_SIZE(ts, names)) return newref(ts, PyTuple_GET_ITEM(ts, names, index))
      return PyErr_Format(ts, ts.exc.IndexError, 'tuple index out of range')
    },
  },
]
