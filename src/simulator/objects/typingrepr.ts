// Objects/typevarobject.c, _Py_typing_type_repr (up to 3.13 ga_repr_item and union_repr_item): how the arguments of
// `list[int]` and `int | str` are shown.

import { during, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Occurred } from './errors.ts'
import { PyObject_GetOptionalAttr } from './genericattr.ts'
import { PyList_GET_ITEM, PyList_GET_SIZE } from './listobject.ts'
import { PyObject_Repr, PyObject_Str, PyUnicode_Check } from './object.ts'
import { internStr, textOf } from './unicodeobject.ts'

/** An attribute that need not be there; 0 where it is not, `null` with an exception. */
function optional(ts: ThreadState, o: Borrowed, name: string): Owned | null {
  const value = whileOwning(ts, internStr(ts, name), (key) => PyObject_GetOptionalAttr(ts, o, key))
  return value === 0 && PyErr_Occurred(ts) !== 0 ? null : value
}

/** Whether it has the attribute; `null` with an exception. */
function has(ts: ThreadState, o: Borrowed, name: string): boolean | null {
  const value = optional(ts, o, name)
  if (value) DECREF(ts, value)
  return value === null ? null : value !== 0
}

/** The text that `show` (repr or str) gives; `null` with an exception. */
function shown(ts: ThreadState, o: Borrowed, show: typeof PyObject_Repr): string | null {
  const text = show(ts, o)
  if (text === 0) return null
  const result = textOf(ts, text)
  DECREF(ts, text)
  return result
}

/** What has a qualified name and a module is named by them; all else shows its repr. `null` with an exception. */
function named(ts: ThreadState, o: Borrowed): string | null {
  const qualname = optional(ts, o, '__qualname__')
  if (!qualname) return qualname === null ? null : shown(ts, o, PyObject_Repr)
  const module = during(ts, [qualname], () => optional(ts, o, '__module__'))
  const text = during(ts, [qualname, module ?? 0], () => {
    if (module === null) return null
    if (module === 0 || module === ts.none) return shown(ts, o, PyObject_Repr)
    if (PyUnicode_Check(ts, module) && textOf(ts, module) === 'builtins') return shown(ts, qualname, PyObject_Str)
    const before = shown(ts, module, PyObject_Str)
    const after = before === null ? null : shown(ts, qualname, PyObject_Str)
    return after === null ? null : `${before}.${after}`
  })
  if (module) DECREF(ts, module)
  DECREF(ts, qualname)
  return text
}

/**
 * How an argument is shown: classes and functions by name, what looks like an alias by its repr, `...` as itself.
 * @param noneShort the type of None is shown as `None`
 * @returns `null` with an exception
 */
export function _Py_typing_type_repr(ts: ThreadState, o: Borrowed, noneShort: boolean): string | null {
  if (o === ts.ellipsis) return '...'
  if (noneShort && o === ts.types.NoneType) return 'None'
  const origin = has(ts, o, '__origin__')
  const alias = origin ? has(ts, o, '__args__') : origin
  if (alias === null) return null
  return alias ? shown(ts, o, PyObject_Repr) : named(ts, o)
}

/** An argument of `list[int]`; a list among them is shown like the arguments are, where the version does that. */
export function ga_repr_item(ts: ThreadState, o: Borrowed): string | null {
  const facts = ts.profile.modules
  const item = (p: Borrowed) => _Py_typing_type_repr(ts, p, facts.aliasShowsNone)
  if (!facts.aliasShowsLists || Py_TYPE(ts, o) !== ts.types.list) return item(o)
  const parts: string[] = []
  for (let i = 0; i < PyList_GET_SIZE(ts, o); i++) {
    const p = PyList_GET_ITEM(ts, o, i)
    const part = facts.aliasListItemHeld ? whileOwning(ts, newref(ts, p), item) : item(p)
    if (part === null) return null
    parts.push(part)
  }
  return `[${parts.join(', ')}]`
}
