// Lib/traceback.py (3.13+), _extract_caret_anchors_from_line_segment: where in an expression the part lies that failed:
// the operator of a binary operation, the brackets of a subscript or a call.

import type { ThreadState } from '../heap/pystate.ts'
import type { expr } from '../parser/ast.ts'
import { parse } from '../parser/index.ts'

/** A place in a segment: line from 0, character from 0. */
export interface Place {
  readonly line: number
  readonly offset: number
}

/** From `left` (included) to `right` (not included). */
export interface Anchors {
  readonly left: Place
  readonly right: Place
}

/** The anchors of a segment of source text, or `null` where it is no such expression. */
export function anchorsOf(ts: ThreadState, segment: string): Anchors | null {
  // In brackets it is an expression however its lines break.
  const parsed = parse(`(\n${segment}\n)`, '<unknown>', ts.profile)
  if (parsed.kind !== 'module' || parsed.module.body.length !== 1) return null
  const [statement] = parsed.module.body
  if (statement.nodeType !== 'Expr') return null
  const lines = segment.split('\n')
  const expression = statement.value
  switch (expression.nodeType) {
    case 'BinOp':
      return operatorOf(lines, expression.left, expression.right)
    case 'Subscript':
      return bracketsOf(lines, expression.value, '[', expression)
    case 'Call':
      return bracketsOf(lines, expression.func, '(', expression)
    default:
      return null
  }
}

function operatorOf(lines: readonly string[], leftOperand: expr, rightOperand: expr): Anchors | null {
  const left = find(lines, endOf(leftOperand), (character) => character.trim() !== '' && character !== ')')
  if (!left) return null
  const second = left.offset + 1
  const right = { line: rightOperand.lineno - 2, offset: rightOperand.col_offset }
  const character = lines[left.line][second]
  const two =
    character !== undefined &&
    (right.line > left.line || second < right.offset) &&
    character.trim() !== '' &&
    character !== '\\' &&
    character !== '#'
  return { left, right: { line: left.line, offset: two ? second + 1 : second } }
}

function bracketsOf(lines: readonly string[], before: expr, bracket: string, whole: expr): Anchors | null {
  const left = find(lines, endOf(before), (character) => character === bracket)
  return left && { left, right: endOf(whole) }
}

/** Where an expression of the segment ends: one line was put before it. */
function endOf(expression: expr): Place {
  return { line: expression.end_lineno - 2, offset: expression.end_col_offset }
}

/** The next character `wanted` accepts, comments and continued lines passed over. */
function find(lines: readonly string[], from: Place, wanted: (character: string) => boolean): Place | null {
  for (let at = valid(lines, from); at; ) {
    const character = lines[at.line][at.offset]
    if (character === '\\' || character === '#') at = valid(lines, { line: at.line + 1, offset: 0 })
    else if (wanted(character)) return at
    else at = valid(lines, { line: at.line, offset: at.offset + 1 })
  }
  return null
}

/** The place itself, or the next where there is a character. */
function valid(lines: readonly string[], { line, offset }: Place): Place | null {
  for (let at = line, column = offset; at < lines.length; at++, column = 0)
    if (column < lines[at].length) return { line: at, offset: column }
  return null
}
