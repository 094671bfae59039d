// CPython: Grammar/python.gram, slices: what stands between the brackets of a subscript.

import type { expr } from '../ast.ts'
import type { Parser } from '../pegen.ts'
import { starredExpression } from './calls.ts'
import { expression, namedExpression } from './expressions.ts'

export function slices(p: Parser): expr | null {
  const start = p.peek()
  const { mark } = p
  const only = slice(p)
  if (only && !p.at(',')) return only
  p.mark = mark
  const elts = p.gather((q) => q.maybe(slice) ?? starredExpression(q))
  if (!elts) return null
  p.take(',')
  return { nodeType: 'Tuple', elts, ctx: 'Load', ...p.span(start) }
}

function slice(p: Parser): expr | null {
  const start = p.peek()
  const { mark } = p
  const lower = p.maybe(expression)
  if (p.take(':')) {
    const upper = p.maybe(expression)
    const step = p.take(':') ? p.maybe(expression) : null
    return { nodeType: 'Slice', lower, upper, step, ...p.span(start) }
  }
  p.mark = mark
  return namedExpression(p)
}
