// Bytecode and program point at each other: an instruction to its place in the text, a line to its instructions.

import type { BytecodeRow, View, WorkerView } from '../../src/simulator/client.ts'

/** What the pointer or the keyboard's focus is on: an instruction by its index, a line from 1, or neither. */
export type Pointed = { readonly row: number } | { readonly line: number } | null

/** The instruction whose place in the text is marked: the one pointed at, else the one about to run; undefined: none. */
export function markedRow(view: View | WorkerView | null, pointed: Pointed): BytecodeRow | undefined {
  const bytecode = view && 'bytecode' in view ? view.bytecode : null
  const index = pointed && 'row' in pointed ? pointed.row : bytecode?.current
  return bytecode?.rows.find((row) => row.index === index)
}

/** Whether a row is one of the line pointed at. */
export function isOfLine({ lineno }: BytecodeRow, pointed: Pointed): boolean {
  return pointed !== null && 'line' in pointed && pointed.line === lineno
}

/** Whether two are the same. */
export function isSame(a: Pointed, b: Pointed): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
