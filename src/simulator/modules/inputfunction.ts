// Python/bltinmodule.c, builtin_input, as it is where standard input is no terminal: the prompt is printed, a line is read.
// NOT CPYTHON: there is no sys.stdin, and so none of the buffers in which it keeps what it has read ahead.

import type { ThreadState } from '../heap/pystate.ts'
import type { Owned } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { PyErr_Format } from '../objects/errors.ts'
import type { MethodSpec } from '../objects/object.ts'
import { flushFile, PyFile_WriteObject, sys_stdout, write } from '../objects/textio.ts'
import { newStr } from '../objects/unicodeobject.ts'

export const inputFunction: MethodSpec = { name: 'input', kind: 'FASTCALL', max: 1, call: input }

function input(ts: ThreadState, _self: number, argv: number, nargs: number): Owned {
  const file = sys_stdout(ts)
  if (file === 0 || file === ts.none) return PyErr_Format(ts, ts.exc.RuntimeError, 'input(): lost sys.stdout')
  if (nargs === 1 && PyFile_WriteObject(ts, argAt(ts, argv, 0), file) < 0) return 0
  if (flushFile(ts, file) < 0) return 0
  const line = ts.stdin.readLine()
  if (line === null) return PyErr_Format(ts, ts.exc.EOFError, 'EOF when reading a line')
  if (ts.stdin.echoes) write(ts, 1, `${line}\n`)
  return newStr(ts, line)
}
