// Modules/_opcode.c, and no module of CPython: what lib/dis.py needs to know of the version's instructions.

import { findOpcodes } from '../compiler/opcodes/index.ts'
import { meaningOf } from '../compiler/opcodes/meaning.ts'
import { effectOf, type StackEffect } from '../compiler/opcodes/table.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { argAt, parseKeywords } from '../objects/call.ts'
import { setItemText } from '../objects/dictobject.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { newInt, PyLong_AsNumber } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { internStr, textOf } from '../objects/unicodeobject.ts'
import type { ModuleSpec } from './module.ts'

type Value = string | number | boolean | null | readonly Value[]

function object(ts: ThreadState, value: Value): Owned {
  if (value === null) return newref(ts, ts.none)
  if (typeof value === 'string') return internStr(ts, value)
  if (typeof value === 'number') return newInt(ts, value)
  if (typeof value === 'boolean') return newBool(ts, value)
  return PyTuple_FromArray(
    ts,
    value.map((item) => object(ts, item)),
  )
}

const opcodesOf = (ts: ThreadState) => findOpcodes(ts.profile.compiler.opcodes)

/** `_opcode.meaning(opname, oparg)`: a tuple that begins with the kind (compiler/opcodes/meaning.ts). */
function meaning(ts: ThreadState, argv: number): Owned {
  const it = meaningOf(textOf(ts, argAt(ts, argv, 0)), PyLong_AsNumber(ts, argAt(ts, argv, 1)), opcodesOf(ts))
  switch (it.kind) {
    case 'const':
      return object(ts, [it.kind, it.index])
    case 'name':
      return object(ts, [it.kind, it.index, it.before, it.after])
    case 'locals':
      return object(ts, [it.kind, it.indexes])
    case 'jump':
      return object(ts, [it.kind, it.units, it.preposition])
    case 'text':
      return object(ts, [it.kind, it.text, it.value ?? null])
    case 'conversion':
      return object(ts, [it.kind, it.text, it.index, it.withFormat ?? null])
    case 'common':
      return object(ts, [it.kind, it.text])
  }
  return object(ts, [it.kind])
}

/** Letters (compiler/opcodes/table.ts); `undefined` for no opcode of the version. */
function kindsOf(ts: ThreadState, opcode: number): string | undefined {
  const { table } = opcodesOf(ts)
  const row = table.rows.find(([, number]) => number === opcode)
  return row ? row[3] : table.others.find(([, number]) => number === opcode)?.[2]
}

/** The effects of an opcode when not jumping and when jumping; `null`: the version has none to tell. */
function effectsOf(ts: ThreadState, opcode: number): readonly [StackEffect | null, StackEffect | null] | null {
  const { table } = opcodesOf(ts)
  const row = table.rows.find(([, number]) => number === opcode)
  if (row) return [row[4], row[5] ?? row[4]]
  const other = table.others.find(([, number]) => number === opcode)
  return other ? [other[3], other[4] === undefined ? other[3] : other[4]] : null
}

/** `stack_effect(opcode, oparg=None, /, *, jump=None)`: without `jump` the greater of the two effects. */
function stack_effect(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'stack_effect', argv, nargs, kwnames, ['', '', 'jump'], 1, 2, 2)
  if (!values) return 0
  const number = (o: Borrowed): number | null => {
    const index = PyNumber_Index(ts, o)
    if (index === 0) return null
    const n = PyLong_AsNumber(ts, index)
    DECREF(ts, index)
    return n
  }
  const invalid = (message: string) => PyErr_Format(ts, ts.exc.ValueError, message)
  const opcode = number(values[0])
  if (opcode === null) return 0
  const given = values[1] !== 0 && values[1] !== ts.none
  const from = ts.profile.modules.stackEffectOpargFrom
  const wanted = kindsOf(ts, opcode)?.includes('a') ?? (from !== null && opcode >= from)
  if (from !== null && wanted && !given)
    return invalid('stack_effect: opcode requires oparg but oparg was not specified')
  if (from !== null && !wanted && given)
    return invalid('stack_effect: opcode does not permit oparg but oparg was specified')
  const oparg = given ? number(values[1]) : 0
  if (oparg === null) return 0
  const jump = values[2] || ts.none
  if (jump !== ts.none && jump !== ts.true_ && jump !== ts.false_)
    return invalid('stack_effect: jump must be False, True or None')
  const effects = effectsOf(ts, opcode)?.map((effect) => (effect === null ? null : effectOf(effect, oparg))) ?? [null]
  const asked = jump === ts.none ? effects : [effects[jump === ts.true_ ? 1 : 0]]
  if (asked.includes(null)) return invalid('invalid opcode or oparg')
  return newInt(ts, Math.max(...asked.map(Number)))
}

/** `rows`: name, number, cache entries, kinds and what the caches hold, by number; `cmp_op`. */
function exec(ts: ThreadState, module: Borrowed): number {
  const { table } = opcodesOf(ts)
  const rows = [
    ...table.rows.map(([name, number, caches, kinds]) => [name, number, caches, kinds] as const),
    ...table.others.map(([name, number, kinds]) => [name, number, 0, kinds] as const),
  ].sort((a, b) => a[1] - b[1])
  const values: Readonly<Record<string, Value>> = {
    rows: rows.map((row) => [...row, table.cacheFormat[row[0]] ?? '']),
    cmp_op: table.cmpOps,
  }
  for (const [name, value] of Object.entries(values)) {
    const o = object(ts, value)
    if (o === 0 || setItemText(ts, PyModule_GetDict(ts, module), name, o) < 0) return -1
    DECREF(ts, o)
  }
  return 0
}

export const _opcodeModule: ModuleSpec = {
  name: '_opcode',
  functions: [
    {
      name: 'stack_effect',
      kind: 'KEYWORDS',
      call: (ts, _module, argv, nargs, kw) => stack_effect(ts, argv, nargs, kw),
    },
    { name: 'meaning', kind: 'FASTCALL', min: 2, max: 2, call: (ts, _module, argv) => meaning(ts, argv) },
    {
      name: 'refuse',
      kind: 'O',
      call(ts, _module, argv) {
        throw new Stop({ kind: 'unsupported', feature: textOf(ts, argAt(ts, argv, 0)) })
      },
    },
  ],
  exec,
}
