// Python/pythonrun.c: compiling a text while a program runs, and running code in given namespaces (PyEval_EvalCode).

import { compileText, withText } from '../compiler/index.ts'
import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF, SETREF } from '../heap/refcount.ts'
import { PyFunctionObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyFunction_FromConstructor } from '../objects/funcobject.ts'
import { raiseSyntaxError } from '../objects/syntaxerror.ts'
import { type Mode, withKeywordTypo } from '../parser/index.ts'
import type { Ceval } from './ceval.ts'
import { findUnsupported } from './prepare.ts'
import { printWarnings } from './printwarning.ts'
import { Unmarshal } from './unmarshal.ts'

/** Gives the thread state what `compile()`, `eval()` and `exec()` need. */
export function attachRunning(ts: ThreadState, ceval: Ceval): void {
  ts.compileText = (text, filename, mode) => {
    const unmarshal = new Unmarshal(ts)
    const code = codeFrom(ts, unmarshal, text, filename, mode)
    unmarshal.finish(false)
    return code
  }
  ts.evalCode = (code, globals, locals) => evalCode(ts, ceval, code, globals, locals)
  ts.runText = (text, mode, globals, locals) => {
    const unmarshal = new Unmarshal(ts)
    const code = codeFrom(ts, unmarshal, text, '<string>', mode)
    if (code === 0) {
      unmarshal.finish(false)
      return 0
    }
    // The parser's arena lives until the text has run (PyRun_StringFlags).
    const arena = unmarshal.takeArena()
    const mark = holdMark(ts)
    for (const o of [...arena, code]) hold(ts, o)
    const result = evalCode(ts, ceval, code, globals, locals)
    release(ts, mark)
    DECREF(ts, code)
    for (const o of arena) DECREF(ts, o)
    return result
  }
}

function codeFrom(ts: ThreadState, unmarshal: Unmarshal, text: string, filename: string, mode: Mode): Owned {
  // A text may be compiled any number of times: it costs what is kept of it.
  ts.chargePayload(text.length * 8 + 256)
  const { profile } = ts
  const result = compileText(text, filename, profile, mode)
  if (result.kind !== 'unsupported') printWarnings(ts, filename, result.warnings)
  if (result.kind === 'code') {
    const refused = findUnsupported(ts, result.code)
    if (refused) throw new Stop({ kind: 'unsupported', feature: refused.feature })
    return unmarshal.code(result.code)
  }
  if (result.kind === 'unsupported') throw new Stop({ kind: 'unsupported', feature: result.feature })
  const error = withText(result.error, ts.sources.get(filename) ?? [])
  const nothing = mode === 'eval' && text === ''
  const nowhere = { lineno: 0, offset: 0, end_lineno: 0, end_offset: 0, text: '' }
  raiseSyntaxError(ts, nothing ? { ...error, ...nowhere } : withKeywordTypo(error, text, profile))
  return 0
}

/** PyEval_EvalCode. */
function evalCode(ts: ThreadState, ceval: Ceval, code: Borrowed, globals: Borrowed, locals: Borrowed): Owned {
  const func = _PyFunction_FromConstructor(ts, code, globals)
  if (func === 0) return 0
  // A function made for running code belongs to no module.
  SETREF(ts, func + PyFunctionObject.func_module, 0)
  const result = whileOwning(ts, func, () => ceval.callFunction(func, 0, 0, 0, locals))
  return result
}
