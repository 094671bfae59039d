// CPython: Grammar/python.gram, "FUNCTION CALL ARGUMENTS".

import type { expr, keyword, Starred } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import { expression, namedOrPlain } from './expressions.ts'
import { invalidArguments, invalidKwarg, invalidStarredExpression, invalidStarredUnpacking } from './invalidCalls.ts'

/** What a call is called with. */
export interface CallArguments {
  readonly args: expr[]
  readonly keywords: keyword[]
}

/** `'(' [arguments] ')'` */
export function callArguments(p: Parser): CallArguments | null {
  if (!p.take('(')) return null
  const found = p.maybe(arguments_)
  return p.take(')') ? (found ?? { args: [], keywords: [] }) : null
}

export const arguments_: Rule<CallArguments> = memo((p) => {
  const { mark } = p
  const found = args(p)
  if (found) {
    p.take(',')
    if (p.at(')')) return found
  }
  if (p.invalid) {
    p.mark = mark
    invalidArguments(p)
  }
  return null
})

export function args(p: Parser): CallArguments | null {
  const { mark } = p
  const positional = p.gather(positionalArgument)
  if (positional) {
    const after = p.mark
    const rest = p.take(',') ? kwargs(p) : null
    if (!rest) p.mark = after
    return collect(positional, rest ?? [])
  }
  p.mark = mark
  const only = kwargs(p)
  return only && collect([], only)
}

/** `(starred_expression | (assignment_expression | expression !':=') !'=')` */
export function positionalArgument(p: Parser): expr | null {
  const star = p.maybe(starredExpression)
  if (star) return star
  const value = namedOrPlain(p)
  return value && !p.at('=') ? value : null
}

function collect(positional: expr[], rest: readonly (keyword | Starred)[]): CallArguments {
  const result: CallArguments = { args: positional, keywords: [] }
  for (const item of rest) {
    if (item.nodeType === 'keyword') result.keywords.push(item)
    else result.args.push(item)
  }
  return result
}

export function kwargs(p: Parser): (keyword | Starred)[] | null {
  const { mark } = p
  const first = p.gather(kwargOrStarred)
  if (first) {
    const after = p.mark
    const second = p.take(',') ? p.gather(kwargOrDoubleStarred) : null
    if (second) return [...first, ...second]
    p.mark = after
    return first
  }
  p.mark = mark
  return p.gather(kwargOrDoubleStarred)
}

export function starredExpression(p: Parser): Starred | null {
  const { mark } = p
  if (p.invalid && p.facts.starredUnpackingErrors) {
    invalidStarredUnpacking(p)
    p.mark = mark
  }
  const start = p.take('*')
  if (!start) return null
  const value = expression(p)
  if (value) return { nodeType: 'Starred', value, ctx: 'Load', ...p.span(start) }
  p.mark = mark
  if (p.invalid) invalidStarredExpression(p)
  return null
}

function kwargOrStarred(p: Parser): keyword | Starred | null {
  return keywordArgument(p) ?? p.maybe(starredExpression)
}

function kwargOrDoubleStarred(p: Parser): keyword | null {
  const named = keywordArgument(p)
  if (named) return named
  const { mark } = p
  const start = p.take('**')
  if (!start) return null
  const value = expression(p)
  if (value) return { nodeType: 'keyword', arg: null, value, ...p.span(start) }
  p.mark = mark
  return null
}

/** `NAME '=' expression`, or `null` with the mark where it was. */
function keywordArgument(p: Parser): keyword | null {
  const { mark } = p
  if (p.invalid) {
    invalidKwarg(p)
    p.mark = mark
  }
  const start = p.peek()
  const name = p.name()
  const value = name && p.take('=') ? expression(p) : null
  if (name && value) return { nodeType: 'keyword', arg: name.id, value, ...p.span(start) }
  p.mark = mark
  return null
}
