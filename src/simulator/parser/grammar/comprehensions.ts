// CPython: Grammar/python.gram, "Comprehensions & Generators".

import type { comprehension, expr } from '../ast.ts'
import type { Parser, Rule } from '../pegen.ts'
import { kvpair } from './atoms.ts'
import { starredExpression } from './calls.ts'
import { disjunction, expression, namedExpression, namedOrPlain, starNamedExpression } from './expressions.ts'
import { invalidComprehension, invalidDictComprehension } from './invalidDisplays.ts'
import { invalidForIfClause, invalidForTarget } from './invalidLoops.ts'
import { starTargets } from './targets.ts'

export function forIfClauses(p: Parser): comprehension[] | null {
  return p.repeat1(forIfClause)
}

function forIfClause(p: Parser): comprehension | null {
  const { mark } = p
  const isAsync = p.take('async') !== null
  if (p.take('for')) {
    const target = starTargets(p)
    if (target && p.take('in')) {
      // CPython's `~`: from here on it is this or nothing.
      const iter = disjunction(p)
      if (!iter) return null
      const ifs = p.repeat((q) => q.take('if') && disjunction(q))
      return { nodeType: 'comprehension', target, iter, ifs, is_async: isAsync ? 1 : 0 }
    }
  }
  if (p.invalid) {
    if (p.facts.inExpected) {
      p.mark = mark
      invalidForIfClause(p)
    }
    p.mark = mark
    invalidForTarget(p)
  }
  return null
}

/** A comprehension in its brackets, around the rule of its element. */
function comprehensionOf(p: Parser, open: string, element: Rule<expr>, close: string) {
  const { mark } = p
  const start = p.take(open)
  if (!start) return null
  const elt = element(p)
  const generators = elt && forIfClauses(p)
  if (elt && generators && p.take(close)) return { elt, generators, ...p.span(start) }
  if (p.invalid) {
    p.mark = mark
    invalidComprehension(p)
  }
  return null
}

export function listcomp(p: Parser): expr | null {
  const found = comprehensionOf(p, '[', p.facts.comprehensionUnpacking ? starNamedExpression : namedExpression, ']')
  return found && { nodeType: 'ListComp', ...found }
}

export function setcomp(p: Parser): expr | null {
  const found = comprehensionOf(p, '{', p.facts.comprehensionUnpacking ? starNamedExpression : namedExpression, '}')
  return found && { nodeType: 'SetComp', ...found }
}

export function genexp(p: Parser): expr | null {
  const found = comprehensionOf(p, '(', generatorElement, ')')
  return found && { nodeType: 'GeneratorExp', ...found }
}

function generatorElement(p: Parser): expr | null {
  const { mark } = p
  const value = namedOrPlain(p)
  if (value || !p.facts.comprehensionUnpacking) return value
  p.mark = mark
  return starredExpression(p)
}

export function dictcomp(p: Parser): expr | null {
  const { mark } = p
  const start = p.take('{')
  if (!start) return null
  const pair = kvpair(p)
  if (pair) {
    const generators = forIfClauses(p)
    if (generators && p.take('}')) return { nodeType: 'DictComp', ...pair, generators, ...p.span(start) }
  }
  if (p.facts.comprehensionUnpacking) {
    p.mark = mark + 1
    const key = p.take('**') && expression(p)
    const generators = key && forIfClauses(p)
    if (key && generators && p.take('}'))
      return { nodeType: 'DictComp', key, value: null, generators, ...p.span(start) }
  } else if (p.invalid) {
    p.mark = mark
    invalidDictComprehension(p)
  }
  return null
}
