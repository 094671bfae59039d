// CPython: Grammar/python.gram, the `invalid_` rules of compound statements: a missing colon, a missing block.

import type { Parser } from '../pegen.ts'
import { callArguments } from './calls.ts'
import { block } from './compoundStatements.ts'
import { returnAnnotation } from './definitions.ts'
import { expression, expressions, namedExpression, starExpressions } from './expressions.ts'
import { failInvalidTarget } from './exprName.ts'
import { defParams } from './parameters.ts'
import { starTarget, starTargets } from './targets.ts'
import { typeParams } from './typeParams.ts'

const colonExpected = "expected ':'"

/** `':' NEWLINE !INDENT`: raises "expected an indented block after ..." there. */
export function failWithoutBlock(p: Parser, what: string, lineno: number): void {
  if (p.take(':') && p.take('NEWLINE') && !p.at('INDENT'))
    p.failIndent(`expected an indented block after ${what} on line ${lineno}`)
}

export function invalidBlock(p: Parser): void {
  if (p.take('NEWLINE') && !p.at('INDENT')) p.failIndent('expected an indented block')
}

/** invalid_if_stmt, invalid_elif_stmt, invalid_while_stmt */
export function invalidConditionStmt(p: Parser, word: 'if' | 'elif' | 'while'): void {
  const start = p.take(word)
  if (!start || !namedExpression(p)) return
  const { mark } = p
  if (p.take('NEWLINE')) p.fail(colonExpected)
  p.mark = mark
  failWithoutBlock(p, `'${word}' statement`, start.lineno)
}

export function invalidElseStmt(p: Parser): void {
  const start = p.take('else')
  if (!start) return
  const { mark } = p
  failWithoutBlock(p, "'else' statement", start.lineno)
  if (!p.facts.elifAfterElse) return
  p.mark = mark
  if (p.take(':') && block(p) && p.take('elif')) p.fail("'elif' block follows an 'else' block")
}

export function invalidForStmt(p: Parser): void {
  p.take('async')
  const start = p.take('for')
  if (!start || !starTargets(p) || !p.take('in') || !starExpressions(p)) return
  const { mark } = p
  if (p.take('NEWLINE')) p.fail(colonExpected)
  p.mark = mark
  failWithoutBlock(p, "'for' statement", start.lineno)
}

/** The two ways to write what stands between `with` and `:`. */
const withItems = [
  (p: Parser) => p.gather((q) => withItemOf(q, false)) !== null,
  (p: Parser) => {
    if (!p.take('(') || !p.gather((q) => withItemOf(q, true))) return false
    p.take(',')
    return p.take(')') !== null
  },
]

function withItemOf(p: Parser, several: boolean): true | null {
  if (!(several ? expressions(p) : expression(p))) return null
  p.maybe((q) => q.take('as') && starTarget(q))
  return true
}

export function invalidWithStmt(p: Parser): void {
  const { mark } = p
  p.take('async')
  if (!p.take('with')) return
  const { mark: afterWith } = p
  if (p.facts.withTrailingComma && withItems[0](p)) {
    const comma = p.take(',')
    if (comma && p.take(':')) p.failAt(comma, "the last 'with' item has a trailing comma")
  }
  for (const items of withItems) {
    p.mark = afterWith
    if (items(p) && p.take('NEWLINE')) p.fail(colonExpected)
  }
  p.mark = mark
}

export function invalidWithStmtIndent(p: Parser): void {
  p.take('async')
  const start = p.take('with')
  if (!start) return
  const { mark } = p
  for (const items of withItems) {
    p.mark = mark
    if (items(p)) failWithoutBlock(p, "'with' statement", start.lineno)
  }
}

export function invalidWithItem(p: Parser): void {
  if (!expression(p) || !p.take('as')) return
  const target = expression(p)
  if (target && (p.at(',') || p.at(')') || p.at(':'))) failInvalidTarget(p, 'star', target)
}

export function invalidDefRaw(p: Parser): void {
  const { mark } = p
  p.take('async')
  const start = p.take('def')
  if (!start || !p.take('NAME')) return
  const head = () => {
    defParams(p)
    if (!p.take(')')) return false
    p.maybe(returnAnnotation)
    return true
  }
  p.maybe(typeParams)
  const { mark: afterName } = p
  if (p.take('(') && head()) failWithoutBlock(p, 'function definition', start.lineno)
  p.mark = afterName
  if (p.facts.forcedInInvalidDef) {
    p.force('(')
    if (head()) {
      p.force(':')
      block(p)
    }
  }
  p.mark = mark
}

export function invalidClassDefRaw(p: Parser): void {
  const start = p.take('class')
  if (!start || !p.take('NAME')) return
  p.maybe(typeParams)
  p.maybe(callArguments)
  const { mark } = p
  if (p.take('NEWLINE')) p.fail(colonExpected)
  p.mark = mark
  failWithoutBlock(p, 'class definition', start.lineno)
}
