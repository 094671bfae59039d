// Python/bytecodes.c: f-strings, imports and the intrinsics.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { Stop } from '../../heap/pystate.ts'
import { closeCell, newref, Py_TYPE } from '../../heap/refcount.ts'
import type { Owned } from '../../heap/typeslots.ts'
import { PyObject_Format } from '../../objects/format.ts'
import { PyObject_ASCII, PyObject_Repr, PyObject_Str } from '../../objects/object.ts'
import { _PyInterpolation_Build, _PyTemplate_Build } from '../../objects/templateobject.ts'
import { importByName, importFrom } from '../import.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'

const CONVERSIONS: readonly ((ts: ThreadState, o: number) => Owned)[] = [
  (ts, o) => newref(ts, o),
  PyObject_Str,
  PyObject_Repr,
  PyObject_ASCII,
]

/** Replaces the top of the stack by what `make` gives for it. */
function replaceTop(m: Machine, make: (ts: ThreadState, o: number) => Owned): number {
  m.saveRegisters()
  return m.replace(1, make(m.ts, m.top(1)))
}

function formatTop(m: Machine, withSpec: boolean): number {
  const ts = m.ts
  m.saveRegisters()
  const value = m.top(withSpec ? 2 : 1)
  const spec = withSpec ? m.top(1) : 0
  const result =
    spec === 0 && Py_TYPE(ts, value) === ts.types.str ? newref(ts, value) : PyObject_Format(ts, value, spec)
  return m.replace(withSpec ? 2 : 1, result)
}

export const formattingHandlers: Record<string, Handler> = {
  /** Up to 3.12: conversion in the two lowest bits, bit 4: a format spec lies on top. */
  FORMAT_VALUE(m, arg) {
    const ts = m.ts
    const withSpec = (arg & 4) !== 0
    const conversion = arg & 3
    if (conversion === 0) return formatTop(m, withSpec)
    const spec = withSpec ? m.pop() : 0
    const converted = during(ts, [spec & ~1], () => replaceTop(m, CONVERSIONS[conversion]))
    if (converted === ERROR) {
      closeCell(ts, spec)
      return ERROR
    }
    if (withSpec) m.push(spec)
    return formatTop(m, withSpec)
  },
  BUILD_INTERPOLATION(m, arg) {
    const ts = m.ts
    const withSpec = (arg & 1) !== 0
    const at = withSpec ? 1 : 0
    const made = _PyInterpolation_Build(ts, m.top(at + 2), m.top(at + 1), arg >> 2, withSpec ? m.top(1) : 0)
    return m.replace(at + 2, made)
  },
  BUILD_TEMPLATE(m) {
    const { ts } = m
    return m.replace(2, _PyTemplate_Build(ts, m.top(2), m.top(1)))
  },
  CONVERT_VALUE: (m, conversion) => replaceTop(m, CONVERSIONS[conversion]),
  FORMAT_SIMPLE: (m) => formatTop(m, false),
  FORMAT_WITH_SPEC: (m) => formatTop(m, true),
  IMPORT_NAME(m, i) {
    const ts = m.ts
    m.saveRegisters()
    const module = importByName(m, m.name(i >> ts.profile.compiler.importNameShift), m.top(2), m.top(1))
    return m.replace(2, module)
  },
  IMPORT_FROM(m, i) {
    return m.pushResult(importFrom(m.ts, m.top(1), m.name(i)))
  },
  LOAD_COMMON_CONSTANT(m, which) {
    const ts = m.ts
    const o = ts.commonConstants[which]
    if (!o) throw new Stop({ kind: 'unsupported', feature: `LOAD_COMMON_CONSTANT ${which}` })
    m.push(newref(ts, o))
    return OK
  },
}
