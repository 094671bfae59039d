// Modules/_sre/sre.c, SRE_Template and what expands it: what `sub` puts in where the replacement refers to groups. Before
// 3.12 the module re does all of that itself, in Python.
// NOT CPYTHON: re's function is looked up each time; the module's state does not keep it.

import { track, untrack } from '../../heap/gchead.ts'
import { allocateVar, during, freeObject } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../../heap/refcount.ts'
import { Roots } from '../../heap/runtime.ts'
import { PyVarObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { argAt, callArgs } from '../../objects/call.ts'
import { getItemText } from '../../objects/dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_NoMemory } from '../../objects/errors.ts'
import { PyList_Check, PyList_GET_ITEM, PyList_GET_SIZE } from '../../objects/listobject.ts'
import { PyLong_AsNumber } from '../../objects/longobject.ts'
import { PyModule_GetDict } from '../../objects/moduleobject.ts'
import { type MethodSpec, PyUnicode_Check } from '../../objects/object.ts'
import { joinStrings, newStr, PyUnicode_CheckExact, PyUnicode_GetLength, textOf } from '../../objects/unicodeobject.ts'
import { type ModuleType, moduleType } from '../moduletype.ts'
import { groupsOf, groupText } from './grouptext.ts'
import { TEMPLATE_ITEM as ITEM, M, T } from './layouts.ts'

const itemAt = (self: Borrowed, i: number) => self + T.sizeof + i * ITEM.sizeof

/** How many groups a template refers to. */
export const templateSize = (ts: ThreadState, self: Borrowed) => ts.mem.load(self + PyVarObject.ob_size)

/** Where the references of a template stand. */
function* places(ts: ThreadState, self: Borrowed): Generator<number> {
  yield self + T.literal
  for (let i = 0; i < templateSize(ts, self); i++) yield itemAt(self, i) + ITEM.literal
}

export const templateType: ModuleType = {
  tp_name: '_sre.SRE_Template',
  basicsize: T.sizeof,
  itemsize: ITEM.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    owns: { fields: [['literal', T.literal]], items: { first: T.sizeof + ITEM.literal, stride: ITEM.sizeof } },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      for (const place of places(ts, self)) CLEAR(ts, place)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const place of places(ts, self)) {
        const o = ts.mem.load(place)
        if (o !== 0) visit(o, { kind: 'field', name: 'literal' })
      }
    },
    tp_clear(ts, self) {
      for (const place of places(ts, self)) CLEAR(ts, place)
    },
  },
}

/** `_sre.template(pattern, [text, group, text, ...])`. */
export const templateFunction: MethodSpec = {
  name: 'template',
  kind: 'FASTCALL',
  min: 2,
  max: 2,
  call(ts, _module, argv) {
    const list = argAt(ts, argv, 1)
    const size = PyList_Check(ts, list) ? PyList_GET_SIZE(ts, list) : 0
    if (size % 2 === 0) return PyErr_Format(ts, ts.exc.TypeError, 'invalid template')
    const n = (size - 1) / 2
    const { mem } = ts
    const o = allocateVar(ts, moduleType(ts, '_sre.SRE_Template'), n)
    if (o === 0) return PyErr_NoMemory(ts)
    mem.store(o + T.literal, newref(ts, PyList_GET_ITEM(ts, list, 0)))
    let chunks = size
    for (let i = 0; i < n; i++) {
      mem.store(itemAt(o, i) + ITEM.index, PyLong_AsNumber(ts, PyList_GET_ITEM(ts, list, 2 * i + 1)))
      const literal = PyList_GET_ITEM(ts, list, 2 * i + 2)
      if (PyUnicode_GetLength(ts, literal) > 0) mem.store(itemAt(o, i) + ITEM.literal, newref(ts, literal))
      else chunks--
    }
    mem.store(o + T.chunks, chunks)
    track(mem, o)
    return o
  },
}

/** A function of the module re, borrowed; 0 with an exception. */
function functionOfRe(ts: ThreadState, name: string): Borrowed {
  const module = getItemText(ts, ts.mem.load(Roots.sys_modules), 're')
  const found = module === 0 ? 0 : getItemText(ts, PyModule_GetDict(ts, module), name)
  return found || PyErr_Format(ts, ts.exc.AttributeError, `module 're' has no attribute '${name}'`)
}

function callRe(ts: ThreadState, name: string, args: readonly Borrowed[]): Owned {
  const f = functionOfRe(ts, name)
  return f === 0 ? 0 : callArgs(ts, f, args)
}

/** compile_template: what a replacement means, made by the module re. */
export function compileTemplate(ts: ThreadState, pattern: Borrowed, template: Borrowed): Owned {
  if (!ts.profile.modules.re.compilesTemplates) return callRe(ts, '_subx', [pattern, template])
  const made = callRe(ts, '_compile_template', [pattern, template])
  if (made !== 0 || !PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return made
  if (!PyUnicode_Check(ts, template) || PyUnicode_CheckExact(ts, template)) return 0
  // One that cannot be hashed: the same as a plain str.
  PyErr_Clear(ts)
  const plain = newStr(ts, textOf(ts, template))
  if (plain === 0) return 0
  const result = during(ts, [plain], () => callRe(ts, '_compile_template', [pattern, plain]))
  DECREF(ts, plain)
  return result
}

/** expand_template: the template with what the groups matched. */
export function expandTemplate(ts: ThreadState, self: Borrowed, match: Borrowed): Owned {
  const { mem } = ts
  const literal = mem.load(self + T.literal)
  if (templateSize(ts, self) === 0) return newref(ts, literal)
  const parts: Owned[] = [newref(ts, literal)]
  for (let i = 0; i < templateSize(ts, self); i++) {
    const index = mem.load(itemAt(self, i) + ITEM.index)
    const known = index < groupsOf(ts, match)
    const text = known ? groupText(ts, match, index, ts.none) : PyErr_Format(ts, ts.exc.IndexError, 'no such group')
    if (text === 0) {
      for (const part of parts) DECREF(ts, part)
      return 0
    }
    if (text === ts.none) DECREF(ts, text)
    else parts.push(text)
    const after = mem.load(itemAt(self, i) + ITEM.literal)
    if (after !== 0) parts.push(newref(ts, after))
  }
  const result = joinStrings(ts, parts)
  for (const part of parts) DECREF(ts, part)
  return result
}

/** `match.expand(template)`. */
export function expand(ts: ThreadState, match: Borrowed, template: Borrowed): Owned {
  const pattern = ts.mem.load(match + M.pattern)
  if (!ts.profile.modules.re.compilesTemplates) return callRe(ts, '_expand', [pattern, match, template])
  const filter = compileTemplate(ts, pattern, template)
  if (filter === 0) return 0
  const result = expandTemplate(ts, filter, match)
  DECREF(ts, filter)
  return result
}
