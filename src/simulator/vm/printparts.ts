// Lib/traceback.py: an exception in the parts the module gives out, made by what prints an uncaught one.

import type { ExceptionPrinting, ThreadState } from '../heap/pystate.ts'
import { PyTracebackObject as T } from '../heap/structs.ts'
import { lastLines } from './printexception.ts'
import { formatEntry } from './printtraceback.ts'

/** What `modules/_traceback.ts` asks of the VM. */
export function exceptionPrinting(ts: ThreadState): ExceptionPrinting {
  return {
    entries(traceback) {
      const entries: string[] = []
      for (let tb = traceback; tb !== 0; tb = ts.mem.load(tb + T.tb_next)) entries.push(formatEntry(ts, tb, 'marks'))
      return entries
    },
    last: (exception) => linesOf(lastLines(ts, exception)),
  }
}

function linesOf(text: string): string[] {
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => `${line}\n`)
}
