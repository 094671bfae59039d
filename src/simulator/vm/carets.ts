// Python/traceback.c (up to 3.12): the first line of what failed and the marks below it. From 3.13 on expressionlines.ts.

import type { Instruction } from '../compiler/code.ts'
import { preprocess } from '../compiler/fold/tree.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { parse } from '../parser/index.ts'
import { displayWidth } from './displaywidth.ts'

/** A part of a segment marked otherwise than the rest: an operator, or the brackets of a subscript. */
interface Range {
  readonly from: number
  readonly to: number
}

const BLANK = /[ \t\f]/

/** The source line without its indentation, and the marks where they say more than the line itself. */
export function firstLineWithCarets(ts: ThreadState, line: string, at: Instruction | undefined): string {
  const text = line.replace(/^[ \t\f]+/, '')
  const indent = line.length - text.length
  const shown = `    ${text}\n`
  if (!at || at.lineno === null || at.col === null || at.end_col === null) return shown
  const oneLine = at.lineno === at.end_lineno
  const start = at.col
  const end = oneLine ? at.end_col : line.replace(/[ \t\f]+$/, '').length
  const inner = oneLine ? innerRange(ts, line.slice(start, end)) : null
  if (end - start === text.length && inner === null) return shown
  const width = (from: number, to: number) => displayWidth(ts.profile.tracebacks, line.slice(from, to))
  const spaces = ' '.repeat(width(indent, start))
  if (inner === null) return `${shown}    ${spaces}${'^'.repeat(width(start, end))}\n`
  const before = '~'.repeat(width(start, start + inner.from))
  const marks = '^'.repeat(width(start + inner.from, start + inner.to))
  return `${shown}    ${spaces}${before}${marks}${'~'.repeat(width(start + inner.to, end))}\n`
}

/** extract_anchors_from_expr: the operator of a binary operation, the brackets of a subscript. */
function innerRange(ts: ThreadState, segment: string): Range | null {
  const parsed = parse(segment, '<segment>', ts.profile)
  if (parsed.kind !== 'module' || parsed.module.body.length !== 1) return null
  // What is a constant after folding has no parts.
  const [statement] = preprocess(parsed.module, ts.profile.compiler).body
  if (statement.nodeType !== 'Expr') return null
  const expression = statement.value
  if (expression.nodeType === 'BinOp') {
    const right = expression.right.col_offset
    for (let i = expression.left.end_col_offset; i < right; i++) {
      if (BLANK.test(segment[i])) continue
      const two = i + 1 < right && !BLANK.test(segment[i + 1])
      // The right operand may begin with a bracket of its own.
      if (i + 1 < right && segment[i] === ')') continue
      return { from: i, to: two ? i + 2 : i + 1 }
    }
    return null
  }
  if (expression.nodeType !== 'Subscript') return null
  let from = expression.value.end_col_offset
  let to = expression.slice.end_col_offset + 1
  while (from < segment.length && segment[from] !== '[') from++
  while (to < segment.length && segment[to] !== ']') to++
  return { from, to: to < segment.length ? to + 1 : to }
}
