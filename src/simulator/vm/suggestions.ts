// Python/suggestions.c (up to 3.12) and Lib/traceback.py (3.13+): what is added to the last line of a NameError, an
// AttributeError or an ImportError. `__dir__` and `__getattr__` of the program may run; what they raise is dropped.

import { co_varnames } from '../compiler/code.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import { CELL, untagged } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyCellObject, PyFrameObject, PyTracebackObject as T } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_List } from '../objects/abstract.ts'
import { callOwned } from '../objects/call.ts'
import { codeOf } from '../objects/codeobject.ts'
import { forEachItem, PyDict_Check, PyDict_GetItem } from '../objects/dictobject.ts'
import { PyObject_Dir } from '../objects/dirobject.ts'
import { PyErr_Clear } from '../objects/errors.ts'
import { getField } from '../objects/exceptionfields.ts'
import { PyList_GET_ITEM, PyList_GET_SIZE } from '../objects/listobject.ts'
import { PyObject_GetAttr, PyType_IsSubtype, PyUnicode_Check } from '../objects/object.ts'
import { PyException_GetTraceback } from '../objects/traceback.ts'
import { lookupSpecial } from '../objects/typeobject.ts'
import { newStr, textOf } from '../objects/unicodeobject.ts'
import { closestByEdits } from '../parser/closeMatches.ts'
import { fill } from '../profiles/index.ts'
import { missingIn } from '../profiles/missingnames.ts'
import { languageHint, nestedAttribute } from './attributehints.ts'

/** More names than these are not looked through (MAX_CANDIDATE_ITEMS). */
const MAX_CANDIDATES = 750

/** What is added to an exception's last line; empty where nothing is near enough. */
export function suggestion(ts: ThreadState, exception: Borrowed): string {
  const facts = ts.profile.suggestions
  const type = Py_TYPE(ts, exception)
  const is = (wanted: Borrowed) => type === wanted || (facts.subclasses && PyType_IsSubtype(ts, type, wanted))
  if (is(ts.exc.ImportError)) return facts.imports ? forImport(ts, exception) : ''
  const name = textField(ts, exception, 'name')
  if (name === null) return ''
  if (is(ts.exc.AttributeError)) return forAttribute(ts, exception, name)
  return is(ts.exc.NameError) ? forName(ts, exception, name) : ''
}

function textField(ts: ThreadState, exception: Borrowed, name: string): string | null {
  const value = getField(ts, exception, name)
  return value !== 0 && PyUnicode_Check(ts, value) ? textOf(ts, value) : null
}

/** The candidate nearest to a name. */
function nearest(name: string, candidates: readonly string[]): string | null {
  return candidates.length >= MAX_CANDIDATES ? null : closestByEdits(name, candidates)
}

function didYouMean(found: string | null): string {
  return found === null ? '' : `. Did you mean: '${found}'?`
}

function forImport(ts: ThreadState, exception: Borrowed): string {
  const wrong = textField(ts, exception, 'name_from')
  const of = getField(ts, exception, 'name')
  if (wrong === null || of === 0 || !PyUnicode_Check(ts, of)) return ''
  const module = PyDict_GetItem(ts, ts.mem.load(Roots.sys_modules), of)
  const names = module === 0 ? null : namesOf(ts, module)
  if (!names) return ''
  for (const name of missingIn(ts.profile, textOf(ts, of))) if (!names.includes(name)) names.push(name)
  names.sort((a, b) => (a < b ? -1 : 1))
  return didYouMean(nearest(wrong, visible(ts, names, wrong)))
}

/** dir(o), or `null` where it fails. */
function namesOf(ts: ThreadState, o: Borrowed): string[] | null {
  const skips = ts.profile.suggestions.skipsStrangeNames
  const list = skips ? unsortedDir(ts, o) : PyObject_Dir(ts, o)
  if (list === 0) {
    PyErr_Clear(ts)
    return null
  }
  const items = Array.from({ length: PyList_GET_SIZE(ts, list) }, (_, i) => PyList_GET_ITEM(ts, list, i))
  const names = items.filter((item) => PyUnicode_Check(ts, item)).map((item) => textOf(ts, item))
  DECREF(ts, list)
  if (skips) return names.sort((a, b) => (a < b ? -1 : 1))
  return names.length < items.length ? null : names
}

/** What `__dir__` gives, as a list. */
function unsortedDir(ts: ThreadState, o: Borrowed): Owned {
  const method = lookupSpecial(ts, o, '__dir__')
  const names = method === 0 ? 0 : callOwned(ts, method)
  const list = names === 0 ? 0 : PySequence_List(ts, names)
  if (names !== 0) DECREF(ts, names)
  return list
}

/** Without the names with an underscore, unless such a one was asked for. */
function visible(ts: ThreadState, names: readonly string[], wrong: string): readonly string[] {
  if (!ts.profile.suggestions.hidesUnderscored || wrong.startsWith('_')) return names
  return names.filter((name) => !name.startsWith('_'))
}

function forAttribute(ts: ThreadState, exception: Borrowed, wrong: string): string {
  const facts = ts.profile.suggestions
  const o = getField(ts, exception, 'obj')
  if (o === 0) return ''
  const hint = languageHint(ts, o, wrong)
  if (hint !== null) return `. ${hint}`
  const names = namesOf(ts, o)
  if (!names) return ''
  const frame = lastFrame(ts, exception)
  const self = frame === 0 ? 0 : localVariables(ts, frame).get('self')
  const candidates = self === o ? names : visible(ts, names, wrong)
  let found = nearest(wrong, candidates)
  if (found === null && facts.nested) found = nestedAttribute(ts, o, wrong, candidates)
  return found === null ? '' : `. ${fill(facts.attribute, found, wrong)}`
}

function forName(ts: ThreadState, exception: Borrowed, wrong: string): string {
  const facts = ts.profile.suggestions
  const frame = lastFrame(ts, exception)
  const found = frame === 0 ? null : nameInFrame(ts, frame, wrong)
  const forgotten = facts.forgottenImport && ts.profile.names.standardModules().has(wrong)
  if (!forgotten) return didYouMean(found)
  const import_ = `id you forget to import '${wrong}'?`
  return found === null ? `. D${import_}` : `${didYouMean(found)} Or d${import_}`
}

function nameInFrame(ts: ThreadState, frame: number, wrong: string): string | null {
  const facts = ts.profile.suggestions
  const variables = localVariables(ts, frame)
  const self = variables.get('self')
  if (facts.selfAttribute && self !== undefined && hasAttribute(ts, self, wrong)) return `self.${wrong}`
  const globals = keysOf(ts, ts.mem.load(frame + F.f_globals))
  const { builtins } = ts.profile.names
  const own = keysOf(ts, ts.mem.load(frame + F.f_builtins)).filter((name) => !builtins.includes(name))
  if (facts.scopes === 'together') return nearest(wrong, [...variables.keys(), ...globals, ...builtins, ...own])
  const locals = co_varnames(codeOf(ts, ts.mem.load(frame + F.f_executable)))
  return nearest(wrong, locals) ?? nearest(wrong, globals) ?? nearest(wrong, [...builtins, ...own])
}

/** The frame in which an exception was raised; 0 without a traceback. */
function lastFrame(ts: ThreadState, exception: Borrowed): number {
  let tb = PyException_GetTraceback(ts, exception)
  if (tb === 0) return 0
  for (let next = ts.mem.load(tb + T.tb_next); next !== 0; next = ts.mem.load(tb + T.tb_next)) tb = next
  return ts.mem.load(ts.mem.load(tb + T.tb_frame) + PyFrameObject.f_frame)
}

/** f_locals: the variables that have a value, by name. The values are borrowed. */
function localVariables(ts: ThreadState, frame: number): Map<string, Borrowed> {
  const found = new Map<string, Borrowed>()
  const namespace = ts.mem.load(frame + F.f_locals)
  if (namespace !== 0) {
    if (PyDict_Check(ts, namespace))
      forEachItem(ts, namespace, (key, value) => {
        if (PyUnicode_Check(ts, key)) found.set(textOf(ts, key), value)
      })
    return found
  }
  const { co_localsplusnames } = codeOf(ts, ts.mem.load(frame + F.f_executable))
  const end = ts.mem.load(frame + F.stackpointer)
  for (const [i, name] of co_localsplusnames.entries()) {
    const at = frame + F.sizeof + i * CELL
    const value = at < end ? untagged(ts.mem.load(at)) : 0
    const inner = value !== 0 && Py_TYPE(ts, value) === ts.types.cell ? ts.mem.load(value + PyCellObject.ob_ref) : value
    if (inner !== 0) found.set(name, inner)
  }
  return found
}

function keysOf(ts: ThreadState, dict: Borrowed): string[] {
  const names: string[] = []
  if (dict !== 0)
    forEachItem(ts, dict, (key) => {
      if (PyUnicode_Check(ts, key)) names.push(textOf(ts, key))
    })
  return names
}

function hasAttribute(ts: ThreadState, o: Borrowed, name: string): boolean {
  const key: Owned = newStr(ts, name)
  const value = PyObject_GetAttr(ts, newref(ts, o), key)
  DECREF(ts, o)
  DECREF(ts, key)
  if (value === 0) PyErr_Clear(ts)
  else DECREF(ts, value)
  return value !== 0
}
