// Python/ceval.c, initialize_locals: arguments become locals. The references given are stolen: each ends in a local, in
// the *args tuple, in the **kwargs dict, or is given up when the call is refused.

import { CO_VARARGS, CO_VARKEYWORDS, type Code } from '../compiler/code.ts'
import { holdEach, holdMark, release, unhold } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { closeCell, DECREF, newref, stealCell } from '../heap/refcount.ts'
import { CELL } from '../heap/stackref.ts'
import { PyFunctionObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { nearKeyword } from '../objects/call.ts'
import { PyDict_GetItem, PyDict_New, PyDict_SetItem } from '../objects/dictobject.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { PyUnicode_Check } from '../objects/object.ts'
import { newTuple, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_SET_ITEM, trackTuple } from '../objects/tupleobject.ts'
import { internStr, textOf } from '../objects/unicodeobject.ts'
import { asCleared, codeOfFunction } from './frame.ts'

/**
 * Fills the locals at `cells` of a new frame of `func`.
 * @param args stack cells, owned by this call: `nargs` positional, then one for each of `kwnames`
 * @returns 0, or -1 with TypeError (everything given up)
 */
export function initializeLocals(
  ts: ThreadState,
  func: Borrowed,
  cells: number,
  args: readonly number[],
  nargs: number,
  kwnames: Borrowed,
): number {
  const code = codeOfFunction(ts, func)
  const mem = ts.mem
  const set = (i: number, cell: number) => mem.store(cells + i * CELL, cell)
  const get = (i: number) => mem.load(cells + i * CELL)
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  const total = code.co_argcount + code.co_kwonlyargcount
  let at = total + (code.co_flags & CO_VARARGS ? 1 : 0)
  let kwdict = 0
  if (code.co_flags & CO_VARKEYWORDS) {
    kwdict = PyDict_New(ts)
    if (kwdict === 0) return giveUp(ts, cells, args, 0)
    set(at, kwdict)
  }
  const n = Math.min(nargs, code.co_argcount)
  for (let i = 0; i < n; i++) set(i, args[i])
  if (code.co_flags & CO_VARARGS) {
    at = total
    const extra = newArgsTuple(ts, args.slice(n, nargs))
    if (extra === 0) return giveUp(ts, cells, args, nargs)
    set(at, extra)
  } else if (n < nargs) closeArgs(ts, cells, args, n, nargs)
  for (let k = 0; k < nkw; k++) {
    const status = bindKeyword(
      ts,
      func,
      code,
      cells,
      PyTuple_GET_ITEM(ts, kwnames, k),
      args[nargs + k],
      kwdict,
      kwnames,
    )
    if (status < 0) return giveUp(ts, cells, args, nargs + k)
  }
  if (nargs > code.co_argcount && (code.co_flags & CO_VARARGS) === 0)
    return tooManyPositional(ts, func, code, nargs, get)
  if (nargs < code.co_argcount && fillDefaults(ts, func, code, nargs, get, set) < 0) return -1
  return code.co_kwonlyargcount > 0 ? fillKeywordDefaults(ts, func, code, get, set) : 0
}

/** The call is refused. */
function giveUp(ts: ThreadState, cells: number, args: readonly number[], from: number): -1 {
  closeArgs(ts, cells, args, from, args.length)
  return -1
}

/** Gives up the arguments from number `from` to before `to`. A finalizer that runs finds the later ones, and the new frame. */
function closeArgs(ts: ThreadState, cells: number, args: readonly number[], from: number, to: number): void {
  const mark = holdMark(ts)
  holdEach(ts, args.slice(from))
  asCleared(ts, cells, () => {
    for (let i = from; i < to; i++) {
      unhold(ts, mark, i - from)
      closeCell(ts, args[i])
    }
  })
  release(ts, mark)
}

function newArgsTuple(ts: ThreadState, cells: readonly number[]): number {
  if (cells.length === 0) return newref(ts, ts.emptyTuple)
  const tuple = newTuple(ts, cells.length)
  if (tuple === 0) return 0
  for (const [i, cell] of cells.entries()) PyTuple_SET_ITEM(ts, tuple, i, stealCell(ts, cell))
  trackTuple(ts, tuple)
  return tuple
}

function bindKeyword(
  ts: ThreadState,
  func: Borrowed,
  code: Code,
  cells: number,
  keyword: Borrowed,
  cell: number,
  kwdict: Borrowed,
  kwnames: Borrowed,
): number {
  const qualname = functionName(ts, func)
  const refuse = (message: string): number => {
    PyErr_Format(ts, ts.exc.TypeError, message)
    return -1
  }
  if (!PyUnicode_Check(ts, keyword)) return refuse(`${qualname}() keywords must be strings`)
  const text = textOf(ts, keyword)
  const total = code.co_argcount + code.co_kwonlyargcount
  const index = code.co_localsplusnames.slice(0, total).indexOf(text, code.co_posonlyargcount)
  if (index >= 0) {
    const at = cells + index * CELL
    if (ts.mem.load(at) !== 0) return refuse(`${qualname}() got multiple values for argument '${text}'`)
    ts.mem.store(at, cell)
    return 0
  }
  if (kwdict !== 0) {
    const status = PyDict_SetItem(ts, kwdict, keyword, cell & ~1)
    if (status === 0) closeCell(ts, cell)
    return status
  }
  const positionalOnly = positionalOnlyGiven(ts, code, kwnames)
  if (positionalOnly.length > 0)
    return refuse(
      `${qualname}() got some positional-only arguments passed as keyword arguments: '${positionalOnly.join(', ')}'`,
    )
  const near = nearKeyword(ts, text, code.co_localsplusnames.slice(code.co_posonlyargcount, total))
  return refuse(`${qualname}() got an unexpected keyword argument '${text}'${near}`)
}

function positionalOnlyGiven(ts: ThreadState, code: Code, kwnames: Borrowed): string[] {
  const given: string[] = []
  for (let i = 0; i < PyTuple_GET_SIZE(ts, kwnames); i++) given.push(textOf(ts, PyTuple_GET_ITEM(ts, kwnames, i)))
  return code.co_localsplusnames.slice(0, code.co_posonlyargcount).filter((name) => given.includes(name))
}

function tooManyPositional(
  ts: ThreadState,
  func: Borrowed,
  code: Code,
  given: number,
  get: (i: number) => number,
): number {
  const defaults = ts.mem.load(func + PyFunctionObject.func_defaults)
  const defcount = defaults === 0 ? 0 : PyTuple_GET_SIZE(ts, defaults)
  let keywordOnly = 0
  for (let i = code.co_argcount; i < code.co_argcount + code.co_kwonlyargcount; i++) if (get(i) !== 0) keywordOnly++
  const atLeast = code.co_argcount - defcount
  const plural = defcount > 0 || code.co_argcount !== 1
  const sig = defcount > 0 ? `from ${atLeast} to ${code.co_argcount}` : `${code.co_argcount}`
  const also =
    keywordOnly > 0
      ? ` positional argument${given !== 1 ? 's' : ''} (and ${keywordOnly} keyword-only argument${keywordOnly !== 1 ? 's' : ''})`
      : ''
  const were = given === 1 && keywordOnly === 0 ? 'was' : 'were'
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    `${functionName(ts, func)}() takes ${sig} positional argument${plural ? 's' : ''} but ${given}${also} ${were} given`,
  )
  return -1
}

function fillDefaults(
  ts: ThreadState,
  func: Borrowed,
  code: Code,
  nargs: number,
  get: (i: number) => number,
  set: (i: number, cell: number) => void,
): number {
  const defaults = ts.mem.load(func + PyFunctionObject.func_defaults)
  const defcount = defaults === 0 ? 0 : PyTuple_GET_SIZE(ts, defaults)
  const first = code.co_argcount - defcount
  const missing: string[] = []
  for (let i = nargs; i < first; i++) if (get(i) === 0) missing.push(code.co_localsplusnames[i])
  if (missing.length > 0) return missingArguments(ts, func, missing, 'positional')
  for (let i = Math.max(nargs, first); i < code.co_argcount; i++)
    if (get(i) === 0) set(i, newref(ts, PyTuple_GET_ITEM(ts, defaults, i - first)))
  return 0
}

function fillKeywordDefaults(
  ts: ThreadState,
  func: Borrowed,
  code: Code,
  get: (i: number) => number,
  set: (i: number, cell: number) => void,
): number {
  const defaults = ts.mem.load(func + PyFunctionObject.func_kwdefaults)
  const missing: string[] = []
  for (let i = code.co_argcount; i < code.co_argcount + code.co_kwonlyargcount; i++) {
    if (get(i) !== 0) continue
    const name = code.co_localsplusnames[i]
    const key = internStr(ts, name)
    const value = defaults === 0 ? 0 : PyDict_GetItem(ts, defaults, key)
    DECREF(ts, key)
    if (value === 0) missing.push(name)
    else set(i, newref(ts, value))
  }
  return missing.length > 0 ? missingArguments(ts, func, missing, 'keyword-only') : 0
}

function missingArguments(ts: ThreadState, func: Borrowed, names: readonly string[], kind: string): -1 {
  const quoted = names.map((name) => `'${name}'`)
  const last = quoted[quoted.length - 1]
  const list =
    quoted.length === 1
      ? last
      : quoted.length === 2
        ? `${quoted[0]} and ${last}`
        : `${quoted.slice(0, -1).join(', ')}, and ${last}`
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    `${functionName(ts, func)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  )
  return -1
}

function functionName(ts: ThreadState, func: Borrowed): string {
  return textOf(ts, ts.mem.load(func + PyFunctionObject.func_qualname))
}
