// CPython: Grammar/python.gram, the `invalid_` rules of match, case and patterns.

import type { Parser } from '../pegen.ts'
import { block } from './compoundStatements.ts'
import { expression } from './expressions.ts'
import { exprName } from './exprName.ts'
import { failWithoutBlock } from './invalidBlocks.ts'
import { caseGuard, subjectExpr } from './matchStatement.ts'
import {
  doubleStarPattern,
  itemsPattern,
  keywordPatterns,
  nameOrAttr,
  orPattern,
  patterns,
  positionalPatterns,
} from './patterns.ts'

export function invalidMatchStmt(p: Parser): void {
  const { mark } = p
  const start = p.takeSoft('match')
  if (start && subjectExpr(p)) {
    const { mark: after } = p
    if (p.take('NEWLINE')) p.fail("expected ':'")
    p.mark = after
    failWithoutBlock(p, "'match' statement", start.lineno)
  }
  if (!p.facts.caseOutsideMatch) return
  p.mark = mark
  const first = p.takeSoft('case')
  if (!first || !patterns(p)) return
  p.maybe(caseGuard)
  const colon = p.take(':')
  if (colon && block(p)) p.failAt(first, 'case statement must be inside match statement', colon)
}

export function invalidCaseBlock(p: Parser): void {
  const start = p.takeSoft('case')
  if (!start || !patterns(p)) return
  p.maybe(caseGuard)
  const { mark } = p
  if (p.take('NEWLINE')) p.fail("expected ':'")
  p.mark = mark
  failWithoutBlock(p, "'case' statement", start.lineno)
}

export function invalidAsPattern(p: Parser): void {
  if (!orPattern(p) || !p.take('as')) return
  const { mark } = p
  const underscore = p.takeSoft('_')
  if (underscore) p.failAt(underscore, "cannot use '_' as a target")
  p.mark = mark
  if (!p.facts.patternTargetName && p.at('NAME')) return
  const target = expression(p)
  if (target)
    p.failAt(
      target,
      p.facts.patternTargetName ? `cannot use ${exprName(target)} as pattern target` : 'invalid pattern target',
    )
}

export function invalidClassPattern(p: Parser): void {
  if (!nameOrAttr(p) || !p.take('(')) return
  const { mark } = p
  if (!(p.maybe(positionalPatterns) && p.take(','))) p.mark = mark
  if (!p.maybe(keywordPatterns) || !p.take(',')) return
  const found = p.maybe(positionalPatterns)
  if (found) p.failAt(found[0], 'positional patterns follow keyword patterns', found[found.length - 1])
}

export function invalidMappingPattern(p: Parser): void {
  if (!p.facts.mappingRestError || !p.take('{')) return
  p.maybe((q) => itemsPattern(q) && q.take(','))
  const rest = p.maybe(doubleStarPattern)
  if (!rest || !p.take(',') || !p.maybe(itemsPattern)) return
  p.take(',')
  if (p.take('}')) p.failAt(rest, 'double star pattern must be the last (right-most) subpattern in the mapping pattern')
}
