// Objects/codeobject.c, code_replace: a code object like another one, but for its names, its file, its first line, its flags.
// What would change what it does (co_code, co_consts and their like) is refused.

import { Stop, type ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE } from '../heap/refcount.ts'
import { PyCodeObject as C } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyArg_BadArgument, parseKeywords } from './call.ts'
import { codeOf, PyCode_New } from './codeobject.ts'
import { PyErr_Format } from './errors.ts'
import { ssizeArgument } from './longnumber.ts'
import { textOf } from './unicodeobject.ts'

const NUMBERS = ['co_flags', 'co_firstlineno'] as const
const TEXTS = ['co_filename', 'co_name', 'co_qualname'] as const
const REFUSED = [
  'co_argcount',
  'co_posonlyargcount',
  'co_kwonlyargcount',
  'co_nlocals',
  'co_stacksize',
  'co_code',
  'co_consts',
  'co_names',
  'co_varnames',
  'co_freevars',
  'co_cellvars',
  'co_linetable',
  'co_exceptiontable',
] as const
const PARAMETERS: readonly string[] = [...NUMBERS, ...TEXTS, ...REFUSED]

export function code_replace(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (nargs > 0) return PyErr_Format(ts, ts.exc.TypeError, 'replace() takes no positional arguments')
  const values = parseKeywords(ts, 'replace', argv, nargs, kwnames, PARAMETERS, 0)
  if (values === null) return 0
  const given = (name: string) => values[PARAMETERS.indexOf(name)]
  const refused = REFUSED.find((name) => given(name) !== 0)
  if (refused) throw new Stop({ kind: 'unsupported', feature: `\`${refused}\` of \`code.replace()\`` })
  const code = codeOf(ts, self)
  const numbers = { co_flags: code.co_flags, co_firstlineno: code.co_firstlineno }
  for (const name of NUMBERS) {
    if (given(name) === 0) continue
    const number = ssizeArgument(ts, given(name))
    if (number === null) return 0
    if (number < 0) return PyErr_Format(ts, ts.exc.ValueError, `${name} must be a positive integer`)
    numbers[name] = number
  }
  for (const name of TEXTS) {
    const text = given(name)
    if (text !== 0 && Py_TYPE(ts, text) !== ts.types.str)
      return _PyArg_BadArgument(ts, 'replace', `argument '${name}'`, 'str', text)
  }
  const kept = (offset: number) => newref(ts, ts.mem.load(self + offset))
  const text = (name: (typeof TEXTS)[number]) => (given(name) === 0 ? kept(C[name]) : newref(ts, given(name)))
  const parts = {
    co_consts: kept(C.co_consts),
    co_names: kept(C.co_names),
    co_localsplusnames: kept(C.co_localsplusnames),
    co_filename: text('co_filename'),
    co_name: text('co_name'),
    co_qualname: text('co_qualname'),
  }
  const named = {
    co_filename: textOf(ts, parts.co_filename),
    co_name: textOf(ts, parts.co_name),
    co_qualname: textOf(ts, parts.co_qualname),
  }
  return PyCode_New(ts, { ...code, ...numbers, ...named }, parts)
}
