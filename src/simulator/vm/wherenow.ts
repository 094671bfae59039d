// Python/tracemalloc.c, traceback_get_frames: the lines the program is at, the innermost first.

import type { ThreadState } from '../heap/pystate.ts'
import { Tstate } from '../heap/runtime.ts'
import { InterpreterFrame as F } from '../heap/structs.ts'
import type { TracedFrame, TracedPlace } from '../heap/tracemalloc.ts'
import { codeOf } from '../objects/codeobject.ts'
import type { Machine } from './machine.ts'

/** The frames that stand on the stack, at most `max` of them. Those that wait are at the call they made. */
export function whereNow(ts: ThreadState, machine: Machine, max: number): TracedPlace {
  const frames: TracedFrame[] = []
  let total = 0
  for (let frame = ts.mem.load(Tstate.current_frame); frame !== 0; frame = ts.mem.load(frame + F.previous)) {
    if (frames.length < max) {
      const code = codeOf(ts, ts.mem.load(frame + F.f_executable))
      const next = frame === machine.frame ? machine.pc : ts.mem.load(frame + F.instr_ptr)
      const lineno = code.instructions[Math.max(0, next - 1)]?.lineno ?? code.co_firstlineno
      frames.push({ filename: code.co_filename, lineno })
    }
    total++
  }
  // Where no Python code runs there is still a place to name (Python/tracemalloc.c, tracemalloc_empty_traceback).
  if (total === 0) return { frames: [{ filename: '<unknown>', lineno: 0 }], total: 1 }
  return { frames, total }
}
