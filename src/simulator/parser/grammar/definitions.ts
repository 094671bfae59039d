// CPython: Grammar/python.gram, "Class definitions" and "Function definitions".

import type { expr, stmt } from '../ast.ts'
import type { Parser } from '../pegen.ts'
import { callArguments } from './calls.ts'
import { block } from './compoundStatements.ts'
import { expression, namedExpression } from './expressions.ts'
import { invalidClassDefRaw, invalidDefRaw } from './invalidBlocks.ts'
import { defParams } from './parameters.ts'
import { typeParams } from './typeParams.ts'

function decorators(p: Parser): expr[] {
  return p.repeat((q) => {
    const decorator = q.take('@') && namedExpression(q)
    return decorator && q.take('NEWLINE') ? decorator : null
  })
}

export function functionDef(p: Parser): stmt | null {
  const decorator_list = decorators(p)
  const { mark } = p
  if (p.invalid) {
    invalidDefRaw(p)
    p.mark = mark
  }
  const start = p.peek()
  const nodeType = p.take('async') ? 'AsyncFunctionDef' : 'FunctionDef'
  const name = p.take('def') && p.name()
  if (!name) return null
  const type_params = p.maybe(typeParams) ?? []
  if (p.facts.forcedDefParenthesis) p.force('(')
  else if (!p.take('(')) return null
  const args = defParams(p)
  if (!p.take(')')) return null
  const returns = p.maybe(returnAnnotation)
  if (p.facts.forcedDefColon) p.force(':')
  else if (!p.take(':')) return null
  const body = block(p)
  return body && { nodeType, name: name.id, args, body, decorator_list, returns, type_params, ...p.span(start) }
}

export function returnAnnotation(p: Parser): expr | null {
  return p.take('->') && expression(p)
}

export function classDef(p: Parser): stmt | null {
  const decorator_list = decorators(p)
  const { mark } = p
  if (p.invalid) {
    invalidClassDefRaw(p)
    p.mark = mark
  }
  const start = p.peek()
  const name = p.take('class') && p.name()
  if (!name) return null
  const type_params = p.maybe(typeParams) ?? []
  const call = p.maybe(callArguments)
  if (!p.take(':')) return null
  const body = block(p)
  if (!body) return null
  const { args: bases, keywords } = call ?? { args: [], keywords: [] }
  return { nodeType: 'ClassDef', name: name.id, bases, keywords, body, decorator_list, type_params, ...p.span(start) }
}
