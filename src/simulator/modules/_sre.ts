// Modules/_sre/sre.c: the module behind re, and Lib/re/_compiler.py, compile.
// Left out: patterns in bytes and the flags LOCALE, DEBUG and TEMPLATE, refused by name.

import { Stop, type ThreadState } from '../heap/pystate.ts'
import { newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { newInt, PyLong_AsNumber, PyLong_Check } from '../objects/longobject.ts'
import { PyUnicode_Check, typeName } from '../objects/object.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { charsOf } from '../objects/unicodechars.ts'
import { kindOf, newStr, textOf } from '../objects/unicodeobject.ts'
import { warn } from '../objects/warnings.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'
import { compilePattern } from './sre/compiler.ts'
import { FLAG_DEBUG, FLAG_TEMPLATE } from './sre/constants.ts'
import { matchType } from './sre/matchobject.ts'
import { parsePattern } from './sre/parser.ts'
import { newPattern, patternType } from './sre/patternobject.ts'
import { scannerType } from './sre/scanner.ts'
import { templateFunction, templateType } from './sre/templates.ts'
import { BadPattern } from './sre/tokenizer.ts'

/** Frames of re between the program and the parser: compile, _compile, _new_pattern, _parse. */
const FRAMES_OF_RE = 4

function refuse(feature: string): never {
  throw new Stop({ kind: 'unsupported', feature })
}

/** `_sre.parse(pattern, flags)`: a pattern, or what is wrong with its text: a message and where, None where nowhere. */
function parse(ts: ThreadState, _module: Borrowed, argv: number): Owned {
  const [text, flagsObject] = [argAt(ts, argv, 0), argAt(ts, argv, 1)]
  if (!PyUnicode_Check(ts, text)) refuse('patterns in bytes')
  if (!PyLong_Check(ts, flagsObject)) {
    const types = `'${typeName(ts, flagsObject)}' and 'int'`
    return PyErr_Format(ts, ts.exc.TypeError, `unsupported operand type(s) for &: ${types}`)
  }
  const flags = PyLong_AsNumber(ts, flagsObject)
  if (flags & FLAG_DEBUG) refuse('`re.DEBUG`')
  if (flags & FLAG_TEMPLATE) refuse('`re.TEMPLATE`')
  const { re } = ts.profile.modules
  const string = textOf(ts, text)
  const chars = kindOf(ts, text) === 4 ? charsOf(string) : string.split('')
  chargeWork(ts, chars.length)
  try {
    const warnOf = (message: string) => warn(ts, ts.exc.FutureWarning, message, '', FRAMES_OF_RE)
    const { body, state } = parsePattern(chars, flags, re, warnOf)
    return newPattern(ts, text, flags | state.flags, compilePattern(body, state, re.examinesSets), state)
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error
    if (error.kind !== 'pattern') return PyErr_Format(ts, ts.exc[error.kind], error.message)
    const pos = error.pos === null ? newref(ts, ts.none) : newInt(ts, error.pos)
    return PyTuple_FromArray(ts, [newStr(ts, error.message), pos])
  }
}

export const _sreModule: ModuleSpec = {
  name: '_sre',
  functions: [
    { name: 'parse', kind: 'FASTCALL', min: 2, max: 2, call: parse },
    {
      // Not in CPython: warnings.warn(message, DeprecationWarning, stacklevel=2).
      name: 'deprecated',
      kind: 'O',
      call(ts, _module, argv) {
        warn(ts, ts.exc.DeprecationWarning, textOf(ts, argAt(ts, argv, 0)), '', 1)
        return newref(ts, ts.none)
      },
    },
    // Not in CPython.
    { name: 'refuse', kind: 'O', call: (ts, _module, argv) => refuse(textOf(ts, argAt(ts, argv, 0))) },
    templateFunction,
  ],
  state: 5,
  exec(ts, module) {
    const { re } = ts.profile.modules
    const scanner = scannerType(re.scannerSize, re.prefixmatch)
    const types = [patternType(re.prefixmatch), matchType, scanner, ...(re.compilesTemplates ? [templateType] : [])]
    for (const type of types) if (addType(ts, module, type, null) < 0) return -1
    return 0
  },
}
