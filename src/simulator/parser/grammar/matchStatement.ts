// CPython: Grammar/python.gram, "Match statement": match and case. The patterns are in patterns.ts.

import type { expr, match_case, stmt } from '../ast.ts'
import type { Parser } from '../pegen.ts'
import { block } from './compoundStatements.ts'
import { namedExpression, starNamedExpression, starNamedExpressions } from './expressions.ts'
import { invalidCaseBlock, invalidMatchStmt } from './invalidPatterns.ts'
import { patterns } from './patterns.ts'

export function matchStmt(p: Parser): stmt | null {
  if (!p.at('NAME')) return null
  const { mark } = p
  const start = p.takeSoft('match')
  if (start) {
    const subject = subjectExpr(p)
    if (subject && p.take(':') && p.take('NEWLINE') && p.take('INDENT')) {
      const cases = p.repeat1(caseBlock)
      if (cases && p.take('DEDENT')) return { nodeType: 'Match', subject, cases, ...p.span(start) }
    }
  }
  if (p.invalid) {
    p.mark = mark
    invalidMatchStmt(p)
  }
  return null
}

export function subjectExpr(p: Parser): expr | null {
  const { mark } = p
  const start = p.peek()
  const first = starNamedExpression(p)
  if (first && p.take(',')) {
    const rest = p.maybe(starNamedExpressions) ?? []
    return { nodeType: 'Tuple', elts: [first, ...rest], ctx: 'Load', ...p.span(start) }
  }
  p.mark = mark
  return namedExpression(p)
}

function caseBlock(p: Parser): match_case | null {
  if (p.invalid) {
    const { mark } = p
    invalidCaseBlock(p)
    p.mark = mark
  }
  if (!p.takeSoft('case')) return null
  const pattern = patterns(p)
  if (!pattern) return null
  const guard = p.maybe(caseGuard)
  const body = p.take(':') && block(p)
  return body && { nodeType: 'match_case', pattern, guard, body }
}

export function caseGuard(p: Parser): expr | null {
  return p.take('if') && namedExpression(p)
}
