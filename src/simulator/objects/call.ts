// Objects/call.c and Python/getargs.c: calling anything from native code, and checking what a native was called with.

import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, slotsOf } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL, Py_TAG_REFCNT, untagged } from '../heap/stackref.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { closestByEdits } from '../parser/closeMatches.ts'
import { fill } from '../profiles/index.ts'
import { PyErr_Format } from './errors.ts'
import { type MethodSpec, typeName } from './object.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { textOf } from './unicodeobject.ts'

/** Argument `i` of a vectorcall. */
export function argAt(ts: ThreadState, argv: number, i: number): Borrowed {
  return untagged(ts.mem.words[(argv + i * CELL) >> 2])
}

/** Calls `callable`; the arguments stay the caller's. */
export function PyObject_Vectorcall(
  ts: ThreadState,
  callable: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): Owned {
  const call = slotsOf(ts, callable).tp_call
  if (!call) return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, callable)}' object is not callable`)
  return call(ts, callable, argv, nargs, kwnames)
}

/** Calls with arguments that the caller owns and keeps (they are shown on the C stack as borrowed). */
export function callArgs(ts: ThreadState, callable: Borrowed, args: readonly Borrowed[]): Owned {
  const mark = pushArgs(ts, args)
  if (mark < 0) return 0
  const result = PyObject_Vectorcall(ts, callable, mark, args.length, 0)
  release(ts, mark)
  return result
}

/** Calls what the caller owns and has looked up for this call only, and gives it up. */
export function callOwned(ts: ThreadState, callable: Owned, args: readonly Borrowed[] = []): Owned {
  const mark = holdMark(ts)
  hold(ts, callable)
  const result = callArgs(ts, callable, args)
  release(ts, mark)
  DECREF(ts, callable)
  return result
}

/** PyArg_ParseTupleAndKeywords: turns an argument into what C works with, and holds it meanwhile where the version does. */
export function parsed<T>(ts: ThreadState, arg: Borrowed, convert: (arg: Borrowed) => T): T {
  return ts.profile.modules.parsedArgumentHeld ? whileOwning(ts, newref(ts, arg), convert) : convert(arg)
}

/** Calls without arguments. */
export function callNoArgs(ts: ThreadState, callable: Borrowed): Owned {
  return PyObject_Vectorcall(ts, callable, holdMark(ts), 0, 0)
}

/** Calls with one argument. */
export function callOneArg(ts: ThreadState, callable: Borrowed, arg: Borrowed): Owned {
  const mark = holdMark(ts)
  hold(ts, arg | Py_TAG_REFCNT)
  const result = PyObject_Vectorcall(ts, callable, mark, 1, 0)
  release(ts, mark)
  return result
}

/**
 * Lays borrowed arguments on the C stack.
 * @returns their address (give it to `release` afterwards), or -1 with RecursionError when the C stack is full
 */
export function pushArgs(ts: ThreadState, args: readonly Borrowed[]): number {
  const mark = holdMark(ts)
  if (mark + args.length * CELL > ts.mem.load(Tstate.cstack_limit)) {
    ts.recursionError(' while calling a Python object')
    return -1
  }
  for (const arg of args) {
    ts.mem.store(ts.mem.load(Tstate.cstack_top), arg | Py_TAG_REFCNT)
    advance(ts)
  }
  return mark
}

function advance(ts: ThreadState): void {
  ts.mem.store(Tstate.cstack_top, ts.mem.load(Tstate.cstack_top) + CELL)
}

/** Checks the number of arguments of a native against its kind. 0 ok, -1 TypeError. `shown` is what messages call it. */
export function checkArgs(ts: ThreadState, spec: MethodSpec, shown: string, nargs: number, kwnames: Borrowed): number {
  if (spec.kind === 'KEYWORDS') return 0
  if (!_PyArg_NoKeywords(ts, shown, kwnames)) return -1
  if (spec.kind === 'NOARGS' && nargs !== 0) {
    PyErr_Format(ts, ts.exc.TypeError, `${shown}() takes no arguments (${nargs} given)`)
    return -1
  }
  if (spec.kind === 'O' && nargs !== 1) {
    PyErr_Format(ts, ts.exc.TypeError, `${shown}() takes exactly one argument (${nargs} given)`)
    return -1
  }
  if (spec.kind === 'FASTCALL') return checkPositional(ts, spec.name, nargs, spec.min ?? 0, spec.max ?? Infinity)
  return 0
}

/** _PyArg_NoKeywords: whether none are given; else TypeError. */
export function _PyArg_NoKeywords(ts: ThreadState, name: string, kwnames: Borrowed): boolean {
  if (kwnames === 0 || PyTuple_GET_SIZE(ts, kwnames) === 0) return true
  PyErr_Format(ts, ts.exc.TypeError, `${name}() takes no keyword arguments`)
  return false
}

/**
 * _PyArg_BadArgument: TypeError about an argument of another type ("find() argument 1 must be str, not None").
 * @param which "argument", "argument 1", "argument 'encoding'"
 */
export function _PyArg_BadArgument(ts: ThreadState, fname: string, which: string, expected: string, o: Borrowed): 0 {
  const given = o === ts.none ? 'None' : typeName(ts, o)
  return PyErr_Format(ts, ts.exc.TypeError, `${fname}() ${which} must be ${expected}, not ${given}`)
}

/** _PyArg_CheckPositional: 0 ok, -1 TypeError ("pop expected at most 1 argument, got 2"). */
export function checkPositional(ts: ThreadState, name: string, nargs: number, min: number, max: number): number {
  if (nargs >= min && nargs <= max) return 0
  const few = nargs < min
  const bound = few ? min : max
  const how = min === max ? '' : few ? 'at least ' : 'at most '
  PyErr_Format(ts, ts.exc.TypeError, `${name} expected ${how}${bound} argument${bound === 1 ? '' : 's'}, got ${nargs}`)
  return -1
}

/** How PyArg_ParseTuple counts: 0 ok, -1 TypeError ("insert() takes exactly 2 arguments (1 given)"). */
export function checkParsed(ts: ThreadState, name: string, nargs: number, min: number, max: number): number {
  if (nargs >= min && nargs <= max) return 0
  const bound = nargs < min ? min : max
  const how = min === max ? 'exactly' : nargs < min ? 'at least' : 'at most'
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    `${name}() takes ${how} ${bound} argument${bound === 1 ? '' : 's'} (${nargs} given)`,
  )
  return -1
}

/** What is added to the message about an unexpected keyword where one of `names` is near it (_Py_CalculateSuggestions, 3.13+). */
export function nearKeyword(ts: ThreadState, name: string, names: readonly string[]): string {
  const found = ts.profile.messages.nearKeyword === '' ? null : closestByEdits(name, names)
  return found === null ? '' : fill(ts.profile.messages.nearKeyword, found)
}

/**
 * Sorts positional and keyword arguments into the parameters `names` (_PyArg_UnpackKeywords).
 * @param required how many of the first parameters must be given
 * @param positionalOnly how many of the first cannot be given by name
 * @param maxPositional how many can be given without a name
 * @returns one borrowed value a parameter, 0 where absent; `null` with TypeError
 */
export function parseKeywords(
  ts: ThreadState,
  fname: string,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
  names: readonly string[],
  required: number,
  positionalOnly = 0,
  maxPositional = names.length,
): Borrowed[] | null {
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  const typeError = (message: string) => {
    PyErr_Format(ts, ts.exc.TypeError, message)
    return null
  }
  const given = nargs + nkw
  if (given > names.length) {
    const what = `${nargs === 0 ? 'keyword ' : ''}argument${names.length === 1 ? '' : 's'}`
    return typeError(`${fname}() takes at most ${names.length} ${what} (${given} given)`)
  }
  if (nargs > maxPositional) {
    if (maxPositional === 0) return typeError(`${fname}() takes no positional arguments`)
    const how = required < maxPositional ? 'at most' : 'exactly'
    const what = `positional argument${maxPositional === 1 ? '' : 's'}`
    return typeError(`${fname}() takes ${how} ${maxPositional} ${what} (${nargs} given)`)
  }
  const values: Borrowed[] = names.map((_, i) => (i < nargs ? argAt(ts, argv, i) : 0))
  const twice: number[] = []
  let unexpected: string | null = null
  for (let k = 0; k < nkw; k++) {
    const name = textOf(ts, PyTuple_GET_ITEM(ts, kwnames, k))
    const at = names.indexOf(name, positionalOnly)
    if (at < 0) unexpected ??= name
    else if (at < nargs) twice.push(at)
    else values[at] = argAt(ts, argv, nargs + k)
  }
  for (let i = 0; i < required; i++) {
    if (values[i] !== 0) continue
    if (i < positionalOnly) {
      const least = Math.min(positionalOnly, required)
      const how = least < maxPositional ? 'at least' : 'exactly'
      return typeError(`${fname}() takes ${how} ${least} positional argument${least === 1 ? '' : 's'} (${nargs} given)`)
    }
    return typeError(`${fname}() missing required argument '${names[i]}' (pos ${i + 1})`)
  }
  if (twice.length > 0) {
    const at = Math.min(...twice)
    return typeError(`argument for ${fname}() given by name ('${names[at]}') and position (${at + 1})`)
  }
  if (unexpected !== null) {
    const { unexpectedKeyword } = ts.profile.messages
    const near = nearKeyword(ts, unexpected, names.slice(positionalOnly))
    return typeError(fill(unexpectedKeyword, fname, unexpected) + near)
  }
  return values
}
