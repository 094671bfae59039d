// The code that runs at a moment, as a learner reads it: the listing, the row about to run, the value stack.

import type { Viewer } from '../scene/view.ts'
import { disRows } from './compiler/dis.ts'
import type { Bytecode } from './messages.ts'
import { findProfile } from './profiles/index.ts'

/** The innermost frame's code at a step of the trace; `null` where there is no frame. */
export function bytecodeOf(viewer: Viewer, moment: number): Bytecode | null {
  const state = viewer.state(moment)
  const frame = state.frames.at(-1)
  const profile = findProfile(viewer.trace.profile)
  if (!frame || !profile) return null
  return {
    name: frame.name,
    rows: disRows(frame.code, profile.compiler.opcodes).map((row) => {
      const { lineno, end_lineno, col, end_col } = frame.code.instructions[row.index]
      const isInLine = lineno === end_lineno && col !== null && end_col !== null
      return { ...row, lineno, columns: isInLine ? { from: col, to: end_col } : null }
    }),
    current: frame.instruction,
    stack: frame.stack.map(({ value, borrowed }) => {
      if (value === 0) return { text: 'NULL', kind: 'empty' }
      const object = state.objects.get(value)
      return { text: object?.repr ?? '', kind: borrowed ? 'borrowed' : 'owned' }
    }),
  }
}
