// CPython: Grammar/python.gram, invalid_parameters, invalid_star_etc, invalid_kwds and their twins for lambda.

import type { Parser } from '../pegen.ts'
import {
  type ParameterKind,
  param,
  paramMaybeDefault,
  paramNoDefault,
  paramWithDefault,
  slashWithDefault,
  slashWithoutDefault,
} from './parameters.ts'

export function invalidParameters(p: Parser, kind: ParameterKind): void {
  const { mark } = p
  const word = p.facts.parameterWord
  const rules = [noDefaultAfterDefault, parenthesized, slashFirst, secondSlash, slashAfterStar, slashStar]
  if (p.facts.parameterOrder)
    rules.splice(
      0,
      rules.length,
      slashFirst,
      secondSlash,
      noDefaultAfterDefault,
      parenthesized,
      slashAfterStar,
      slashStar,
    )
  for (const rule of rules) {
    rule(p, kind, word)
    p.mark = mark
  }
}

type InvalidRule = (p: Parser, kind: ParameterKind, word: string) => void

const slashFirst: InvalidRule = (p, _kind, word) => {
  const slash = p.take('/')
  if (slash && p.at(',')) p.failAt(slash, `at least one ${word} must precede /`)
}

const secondSlash: InvalidRule = (p, kind) => {
  if (!slashPart(p, kind)) return
  p.repeat((q) => paramMaybeDefault(q, kind))
  const slash = p.take('/')
  if (slash) p.failAt(slash, '/ may appear only once')
}

const noDefaultAfterDefault: InvalidRule = (p, kind) => {
  p.maybe((q) => slashWithoutDefault(q, kind))
  p.repeat((q) => paramNoDefault(q, kind))
  if (!slashWithDefault(p, kind) && !p.repeat1((q) => paramWithDefault(q, kind))) return
  const arg = paramNoDefault(p, kind)
  if (!arg) return
  p.failAt(arg, p.facts.missingDefault)
}

const parenthesized: InvalidRule = (p, kind) => {
  p.repeat((q) => paramNoDefault(q, kind))
  const open = p.take('(')
  if (!open) return
  const inside = kind.end === ')' ? p.repeat1((q) => paramNoDefault(q, kind)) : p.gather((q) => param(q, kind))
  if (!inside) return
  p.take(',')
  const close = p.take(')')
  const what = kind.end === ')' ? 'Function parameters' : 'Lambda expression parameters'
  if (close) p.failAt(open, `${what} cannot be parenthesized`, close)
}

const slashAfterStar: InvalidRule = (p, kind) => {
  slashPart(p, kind)
  p.repeat((q) => paramMaybeDefault(q, kind))
  if (!p.take('*')) return
  if (!p.take(',') && !paramNoDefault(p, kind)) return
  p.repeat((q) => paramMaybeDefault(q, kind))
  const slash = p.take('/')
  if (slash) p.failAt(slash, '/ must be ahead of *')
}

const slashStar: InvalidRule = (p, kind) => {
  if (!p.repeat1((q) => paramMaybeDefault(q, kind)) || !p.take('/')) return
  const star = p.take('*')
  if (star) p.failAt(star, 'expected comma between / and *')
}

function slashPart(p: Parser, kind: ParameterKind): boolean {
  return (slashWithoutDefault(p, kind) ?? slashWithDefault(p, kind)) !== null
}

export function invalidStarEtc(p: Parser, kind: ParameterKind): void {
  const { mark } = p
  const word = p.facts.parameterWord
  const star = p.take('*')
  if (!star) return
  const ends = (q: Parser) => q.at(kind.end) || (q.take(',') !== null && (q.at(kind.end) || q.at('**')))
  if (ends(p)) {
    p.take('**')
    p.take(kind.end)
    const msg = `named ${word}s must follow bare *`
    if (kind.end === ')') p.failAt(star, msg)
    p.fail(msg)
  }
  p.mark = mark + 1
  if (param(p, kind)) {
    const sign = p.take('=')
    if (sign) p.failAt(sign, `var-positional ${word} cannot have default value`)
  }
  p.mark = mark + 1
  if (!p.maybe((q) => paramNoDefault(q, kind)) && !p.take(',')) return
  p.repeat((q) => paramMaybeDefault(q, kind))
  const second = p.take('*')
  if (second && (p.take(',') || paramNoDefault(p, kind)))
    p.failAt(second, `*${word === 'argument' ? ' argument' : ''} may appear only once`)
}

export function invalidKwds(p: Parser, kind: ParameterKind): void {
  const word = p.facts.parameterWord
  if (!p.take('**') || !param(p, kind)) return
  const sign = p.take('=')
  if (sign) p.failAt(sign, `var-keyword ${word} cannot have default value`)
  if (!p.take(',')) return
  const next = p.peek()
  const msg = `${word}s cannot follow var-keyword ${word}`
  const arg = param(p, kind)
  if (arg) p.failAt(arg, msg)
  if (next.type === '*' || next.type === '**' || next.type === '/') p.failAt(next, msg)
}
