// Python/ceval_gil.c, as the evaluation loop has to do with it: a thread's registers are put aside and taken up again.

import type { EvalLoop } from '../heap/pystate.ts'
import type { Ceval } from './ceval.ts'

/** The loop as the scheduler of threads sees it. */
export function evalLoop(ceval: Ceval): EvalLoop {
  const { ts, machine: m } = ceval
  return {
    running: () => m.prepared.code.instructions[m.pc - 1],
    peek: (depth) => m.peek(depth),
    rewind: () => {
      m.pc--
    },
    putAside() {
      if (m.frame !== 0) m.saveRegisters()
      const place = { frame: m.frame, jumpedBack: m.jumpedBack, loops: ts.loops, loopMark: ts.loopMark }
      m.frame = 0
      m.jumpedBack = false
      ts.loops = 0
      return place
    },
    takeUp({ frame, jumpedBack, loops, loopMark }) {
      if (frame === 0) m.frame = 0
      else m.enter(frame, ceval.preparedOf(frame))
      m.jumpedBack = jumpedBack
      ts.loops = loops
      ts.loopMark = loopMark
    },
    goOn(value) {
      if (value !== 0) m.push(value)
      const result = ceval.loop()
      m.frame = 0
      return result
    },
  }
}
