// CPython: Grammar/python.gram, "Type parameter declaration" (PEP 695, 696).

import type { expr, type_param } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import { expression, starExpression } from './expressions.ts'

export function typeParams(p: Parser): type_param[] | null {
  if (!p.facts.typeParameters || !p.take('[')) return null
  if (p.invalid && p.facts.emptyTypeParameters && p.at(']')) {
    const close = p.peek()
    p.mark++
    p.failFrom(close, 'Type parameter list cannot be empty')
  }
  const params = p.gather(typeParam)
  if (!params) return null
  p.take(',')
  return p.take(']') ? params : null
}

const typeParam: Rule<type_param> = memo((p) => {
  const start = p.peek()
  const plain = p.name()
  if (plain) {
    const bound = p.maybe((q) => q.take(':') && expression(q))
    const default_value = p.maybe((q) => defaultOf(q, expression))
    return { nodeType: 'TypeVar', name: plain.id, bound, default_value, ...p.span(start) }
  }
  const stars = p.takeOneOf('*', '**')
  const name = stars && p.name()
  if (!stars || !name) return null
  if (p.invalid) {
    const { mark } = p
    boundOfStarred(p, stars.type === '*' ? 'TypeVarTuple' : 'ParamSpec')
    p.mark = mark
  }
  if (stars.type === '*') {
    const default_value = p.maybe((q) => defaultOf(q, starExpression))
    return { nodeType: 'TypeVarTuple', name: name.id, default_value, ...p.span(start) }
  }
  const default_value = p.maybe((q) => defaultOf(q, expression))
  return { nodeType: 'ParamSpec', name: name.id, default_value, ...p.span(start) }
})

function defaultOf(p: Parser, rule: Rule<expr>): expr | null {
  return p.facts.typeParameterDefaults && p.take('=') ? rule(p) : null
}

/** invalid_type_param */
function boundOfStarred(p: Parser, what: string): void {
  const colon = p.take(':')
  const bound = colon && expression(p)
  if (colon && bound)
    p.failFrom(colon, `cannot use ${bound.nodeType === 'Tuple' ? 'constraints' : 'bound'} with ${what}`)
}
