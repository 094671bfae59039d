// Docstrings (CPython: _PyAST_GetDocString, _PyCompile_CleanDoc).

import type * as ast from '../../parser/ast.ts'
import { constantValue } from '../fold/tree.ts'

/** The string a body begins with, or null. */
export function docstringOf(body: readonly ast.stmt[]): string | null {
  const first = body[0]
  if (first?.nodeType !== 'Expr' || first.value.nodeType !== 'Constant') return null
  if (constantValue(first.value) || first.value.value.type !== 'str') return null
  return first.value.value.value
}

/** inspect.cleandoc's rule for indentation, applied at compile time (3.13+). */
export function cleanDocstring(doc: string): string {
  const lines = expandTabs(doc).split('\n')
  let margin = Number.POSITIVE_INFINITY
  for (const line of lines.slice(1)) {
    const indent = line.length - line.replace(/^ +/, '').length
    if (indent < line.length) margin = Math.min(margin, indent)
  }
  if (!Number.isFinite(margin)) margin = 0
  lines[0] = lines[0].replace(/^ +/, '')
  return lines.map((line, i) => (i === 0 ? line : line.slice(Math.min(margin, leadingSpaces(line))))).join('\n')
}

function leadingSpaces(line: string): number {
  return line.length - line.replace(/^ +/, '').length
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  let column = 0
  let out = ''
  for (const char of text) {
    if (char === '\t') {
      const width = 8 - (column % 8)
      out += ' '.repeat(width)
      column += width
    } else {
      out += char
      column = char === '\n' || char === '\r' ? 0 : column + 1
    }
  }
  return out
}
