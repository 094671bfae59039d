// Python/bltinmodule.c: compile, eval and exec.

import { co_freevars } from '../compiler/code.ts'
import { during } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { InterpreterFrame as F } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { bytesLike, PyObject_CheckBuffer } from '../objects/buffer.ts'
import { _PyArg_BadArgument, _PyArg_NoKeywords, checkPositional, parseKeywords } from '../objects/call.ts'
import { codeOf } from '../objects/codeobject.ts'
import { getItemText, PyDict_Check, setItemText } from '../objects/dictobject.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { type MethodSpec, PyUnicode_Check, typeName } from '../objects/object.ts'
import { textOf } from '../objects/unicodeobject.ts'
import { fill } from '../profiles/index.ts'
import { currentGlobals, currentLocals } from './currentframe.ts'

/** The text of what `exec`, `eval` and `compile` are given; `null` with an exception. */
function sourceText(ts: ThreadState, source: Borrowed, fname: string, what: string): string | null {
  let text: string
  if (PyUnicode_Check(ts, source)) text = textOf(ts, source)
  else if (PyObject_CheckBuffer(ts, source)) {
    const bytes = bytesLike(ts, source)
    if (bytes === null) return null
    text = new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)))
  } else {
    PyErr_Format(ts, ts.exc.TypeError, `${fname}() arg 1 must be a ${what} object`)
    return null
  }
  if (!text.includes('\0')) return text
  const error = ts.profile.exec.nullBytes === 'ValueError' ? ts.exc.ValueError : ts.exc.SyntaxError
  PyErr_Format(ts, error, 'source code string cannot contain null bytes')
  return null
}

interface Namespaces {
  readonly globals: Owned
  readonly locals: Owned
}

/** The namespaces a piece of code runs in, both owned; `null` with TypeError. `__builtins__` is added to the globals. */
function namespaces(
  ts: ThreadState,
  fname: 'eval' | 'exec',
  given: Borrowed,
  givenLocals: Borrowed,
): Namespaces | null {
  const refuse = (message: string, o: Borrowed) => {
    PyErr_Format(ts, ts.exc.TypeError, fill(message, typeName(ts, o)))
    return null
  }
  const { globalsMustBe } = ts.profile.exec
  let globals = given === ts.none ? 0 : given
  const locals = givenLocals === ts.none ? 0 : givenLocals
  if (locals !== 0 && slotsOf(ts, locals).mp_subscript === undefined)
    return refuse(fname === 'eval' ? 'locals must be a mapping' : 'locals must be a mapping or None, not {0}', locals)
  if (globals !== 0 && !PyDict_Check(ts, globals)) {
    if (fname === 'exec') return refuse(`exec() globals must be ${globalsMustBe}, not {0}`, globals)
    const mapping = slotsOf(ts, globals).mp_subscript !== undefined
    return refuse(
      mapping ? 'globals must be a real dict; try eval(code, {}, mapping)' : `globals must be ${globalsMustBe}`,
      globals,
    )
  }
  let own = 0
  if (globals === 0) {
    globals = currentGlobals(ts)
    if (locals === 0) {
      own = currentLocals(ts)
      if (own === 0) return null
    }
  }
  if (getItemText(ts, globals, '__builtins__') === 0) {
    const builtins = ts.mem.load(ts.mem.load(Tstate.current_frame) + F.f_builtins)
    if (setItemText(ts, globals, '__builtins__', builtins) < 0) return null
  }
  return { globals: newref(ts, globals), locals: own || newref(ts, locals || globals) }
}

/** Runs code, or the text of it, in two namespaces. */
function run(ts: ThreadState, fname: 'eval' | 'exec', source: Borrowed, given: Borrowed, givenLocals: Borrowed): Owned {
  const spaces = namespaces(ts, fname, given, givenLocals)
  if (spaces === null) return 0
  const { globals, locals } = spaces
  const held = [locals, globals]
  // What the version does not hold is the caller's: its frame or its arguments hold it.
  for (const o of held.splice(ts.profile.exec.heldNamespaces)) DECREF(ts, o)
  const result = during(ts, held, () => {
    if (Py_TYPE(ts, source) === ts.types.code) {
      if (co_freevars(codeOf(ts, source)).length > 0) {
        const message = `code object passed to ${fname}() may not contain free variables`
        return PyErr_Format(ts, ts.exc.TypeError, message)
      }
      return ts.evalCode(source, globals, locals)
    }
    const text = sourceText(ts, source, fname, 'string, bytes or code')
    if (text === null) return 0
    if (fname === 'exec') return ts.runText(text, 'exec', globals, locals)
    return ts.runText(text.replace(/^[ \t]+/, ''), 'eval', globals, locals)
  })
  for (const o of held) DECREF(ts, o)
  return result
}

/** How `eval` counts while it takes nothing by name. */
function positional(ts: ThreadState, nargs: number, kwnames: Borrowed): boolean {
  return _PyArg_NoKeywords(ts, 'eval', kwnames) && checkPositional(ts, 'eval', nargs, 1, 3) === 0
}

function runner(fname: 'eval' | 'exec'): MethodSpec {
  return {
    name: fname,
    kind: 'KEYWORDS',
    call(ts, _self, argv, nargs, kwnames) {
      const names = fname === 'exec' ? ['source', 'globals', 'locals', 'closure'] : ['source', 'globals', 'locals']
      const { namedNamespaces } = ts.profile.exec
      if (fname === 'eval' && !namedNamespaces && !positional(ts, nargs, kwnames)) return 0
      const positionalOnly = namedNamespaces ? 1 : 3
      const values = parseKeywords(ts, fname, argv, nargs, kwnames, names, 1, positionalOnly, 3)
      if (!values) return 0
      if (fname === 'exec' && values[3] !== 0 && values[3] !== ts.none)
        throw new Stop({ kind: 'unsupported', feature: '`closure` of `exec()`' })
      const result = run(ts, fname, values[0], values[1] || ts.none, values[2] || ts.none)
      if (result === 0 || fname === 'eval') return result
      DECREF(ts, result)
      return newref(ts, ts.none)
    },
  }
}

function compile(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const names = ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize', '_feature_version']
  if (ts.profile.exec.compileTakesModule) names.push('module')
  const values = parseKeywords(ts, 'compile', argv, nargs, kwnames, names, 3, 0, 6)
  if (!values) return 0
  const [source, filename, mode, flags, , , , module = 0] = values
  if (!PyUnicode_Check(ts, filename))
    return PyErr_Format(
      ts,
      ts.exc.TypeError,
      `expected str, bytes or os.PathLike object, not ${typeName(ts, filename)}`,
    )
  if (!PyUnicode_Check(ts, mode)) return _PyArg_BadArgument(ts, 'compile', "argument 'mode'", 'str', mode)
  if (module !== 0 && module !== ts.none) throw new Stop({ kind: 'unsupported', feature: '`module` of `compile()`' })
  if (flags !== 0 && flags !== ts.smallInts + 5 * 32)
    throw new Stop({ kind: 'unsupported', feature: '`flags` of `compile()`' })
  const text = textOf(ts, mode)
  if (text === 'single' || text === 'func_type')
    throw new Stop({ kind: 'unsupported', feature: `\`compile()\` with mode '${text}'` })
  if (text !== 'exec' && text !== 'eval')
    return PyErr_Format(ts, ts.exc.ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
  const written = sourceText(ts, source, 'compile', 'string, bytes or AST')
  return written === null ? 0 : ts.compileText(written, textOf(ts, filename), text)
}

export const execFunctions: readonly MethodSpec[] = [
  runner('eval'),
  runner('exec'),
  { name: 'compile', kind: 'KEYWORDS', call: (ts, _s, argv, nargs, kwnames) => compile(ts, argv, nargs, kwnames) },
]
