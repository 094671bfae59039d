// Lib/traceback.py (3.13+), StackSummary.format_frame_summary: the lines of the expression that failed, those that say
// nothing left out, and marks below each. Up to 3.12 see carets.ts.

import type { Instruction } from '../compiler/code.ts'
import type { ThreadState } from '../heap/pystate.ts'
import type { expr, stmt } from '../parser/ast.ts'
import { parse } from '../parser/index.ts'
import { type Anchors, anchorsOf } from './anchors.ts'
import { displayWidth } from './displaywidth.ts'

/** What is printed below "File ..., line ...", or nothing where there is no source. */
export function expressionLines(
  ts: ThreadState,
  source: readonly string[],
  at: Instruction | undefined,
  lineno: number,
): string {
  const first = at?.lineno ?? lineno
  const last = at?.end_lineno ?? first
  const original = Array.from({ length: last - first + 1 }, (_, i) => (source[first - 1 + i] ?? '').trimEnd())
  const lines = dedent(original)
  if (lines.every((line) => line === '')) return ''
  if (!at || at.col === null || at.end_col === null) return `    ${original[0].trim()}\n`
  const moved = original[0].length - lines[0].length
  const start = Math.max(0, Math.min(at.col, original[0].length) - moved)
  const end = Math.max(0, Math.min(at.end_col, original[original.length - 1].length) - moved)
  const bottom = lines[lines.length - 1]
  const joined = lines.join('\n')
  const anchors = anchorsOf(ts, joined.slice(start, joined.length - (bottom.length - end)))
  const marked = showsCarets(ts, lines, start, end, anchors)
  const marks = marked ? caretsFor(ts, lines, start, end, anchors) : null
  const out: string[] = []
  const show = (i: number) => {
    out.push(lines[i])
    if (marks) out.push(marks(i))
  }
  let previous = -1
  for (const i of significantLines(lines.length, anchors)) {
    const between = i - previous - 1
    if (previous >= 0 && between === 1) show(i - 1)
    else if (previous >= 0 && between > 1) out.push(`...<${between} lines>...`)
    show(i)
    previous = i
  }
  return dedent(out)
    .map((line) => `    ${line}\n`)
    .join('')
}

/** textwrap.dedent, of lines: what all begin with goes, and lines of spaces become empty. */
function dedent(lines: readonly string[]): string[] {
  let margin: string | null = null
  for (const line of lines) {
    if (line.trim() === '') continue
    const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
    if (margin === null) margin = indent
    let common = 0
    while (common < margin.length && margin[common] === indent[common]) common++
    margin = margin.slice(0, common)
  }
  const cut = margin?.length ?? 0
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(cut)))
}

/** The first and the last line, and those around the anchors, in order. */
function significantLines(count: number, anchors: Anchors | null): number[] {
  const lines = new Set([0, count - 1])
  for (const at of anchors ? [anchors.left.line, anchors.right.line] : [])
    for (const line of [at - 1, at, at + 1]) if (line >= 0 && line < count) lines.add(line)
  return [...lines].sort((a, b) => a - b)
}

/** The marks of a line: `~` for the whole expression and `^` for what is between the anchors. */
function caretsFor(
  ts: ThreadState,
  lines: readonly string[],
  start: number,
  end: number,
  anchors: Anchors | null,
): (line: number) => string {
  const width = (line: number, offset: number) => displayWidth(ts.profile.tracebacks, lines[line].slice(0, offset))
  const from = width(0, start)
  const to = width(lines.length - 1, end)
  const edge = ({ line, offset }: Anchors['left']) => width(line, line === 0 ? offset + start : offset)
  const left = anchors && { line: anchors.left.line, column: edge(anchors.left) }
  const right = anchors && { line: anchors.right.line, column: edge(anchors.right) }
  return (line) => {
    const spaces = lines[line].length - lines[line].trimStart().length
    const count = line === lines.length - 1 ? to : displayWidth(ts.profile.tracebacks, lines[line])
    let marks = ''
    for (let column = 0; column < count; column++) {
      if (column < spaces || (line === 0 && column < from)) marks += ' '
      else if (!left || !right) marks += '^'
      else {
        const past = line > left.line || (line === left.line && column >= left.column)
        const before = line < right.line || (line === right.line && column < right.column)
        marks += past && before ? '^' : '~'
      }
    }
    return marks
  }
}

/** _should_show_carets: not under a plain call that is returned or assigned, nor where they would mark the whole line. */
function showsCarets(
  ts: ThreadState,
  lines: readonly string[],
  start: number,
  end: number,
  anchors: Anchors | null,
): boolean {
  const parsed = parse(lines.join('\n'), '<unknown>', ts.profile)
  if (parsed.kind === 'module') {
    if (parsed.module.body.length === 0) return false
    const call = plainCall(parsed.module.body[0])
    // CPython compares characters with bytes here.
    const bytes = (line: string, column: number) => column + beyondAscii(line.slice(0, column))
    if (
      call &&
      call.lineno === 1 &&
      call.end_lineno === lines.length &&
      bytes(lines[0], call.col_offset) === start &&
      bytes(lines[lines.length - 1], call.end_col_offset) === end
    )
      return false
  }
  if (anchors) return true
  return lines[0].slice(0, start).trimStart() !== '' || lines[lines.length - 1].slice(end).trimEnd() !== ''
}

/** The call in `return f(...)` and in `x = f(...)`. */
function plainCall(statement: stmt): expr | null {
  if (statement.nodeType === 'Return' && statement.value?.nodeType === 'Call')
    return statement.value.func.nodeType === 'Name' ? statement.value : null
  if (statement.nodeType === 'Assign' && statement.value.nodeType === 'Call')
    return statement.targets.length === 1 && statement.targets[0].nodeType === 'Name' ? statement.value : null
  return null
}

/** Bytes a text takes in UTF-8 beyond one for each character. */
function beyondAscii(text: string): number {
  let more = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    more += code < 0x80 ? 0 : code < 0x800 ? 1 : 2
  }
  return more
}
