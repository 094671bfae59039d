// CPython: Grammar/python.gram, "Function parameters" and "Lambda functions". CPython writes the rules twice, for `def` and for
// `lambda`; here the difference is a value: what ends the list, and whether a parameter may have an annotation.

import type { arg, arguments_, expr } from '../ast.ts'
import type { Parser } from '../pegen.ts'
import { expression, starExpression } from './expressions.ts'
import { invalidKwds, invalidParameters, invalidStarEtc } from './invalidParameters.ts'

/** The two kinds of parameter lists. */
export interface ParameterKind {
  readonly end: ')' | ':'
  readonly annotated: boolean
}

const ofDef: ParameterKind = { end: ')', annotated: true }
const ofLambda: ParameterKind = { end: ':', annotated: false }

/** A parameter and its default, if it has one. */
export interface Parameter {
  readonly arg: arg
  readonly value: expr | null
}

export function defParams(p: Parser): arguments_ {
  return params(p, ofDef)
}

export function lambdaParams(p: Parser): arguments_ {
  return params(p, ofLambda)
}

function params(p: Parser, kind: ParameterKind): arguments_ {
  const { mark } = p
  if (p.invalid) {
    invalidParameters(p, kind)
    p.mark = mark
  }
  const positionalOnly = p.maybe((q) => slashWithoutDefault(q, kind) ?? slashWithDefault(q, kind)) ?? []
  const hasDefault = positionalOnly.some((parameter) => parameter.value)
  const plain = hasDefault ? [] : p.repeat((q) => paramNoDefault(q, kind))
  const withDefault = p.repeat((q) => paramWithDefault(q, kind))
  const rest = p.maybe((q) => starEtc(q, kind))
  const all = [...positionalOnly, ...plain.map((arg) => ({ arg, value: null })), ...withDefault]
  return {
    nodeType: 'arguments',
    posonlyargs: positionalOnly.map(({ arg }) => arg),
    args: all.slice(positionalOnly.length).map(({ arg }) => arg),
    vararg: rest?.vararg ?? null,
    kwonlyargs: rest ? rest.kwonly.map(({ arg }) => arg) : [],
    kw_defaults: rest ? rest.kwonly.map(({ value }) => value) : [],
    kwarg: rest?.kwarg ?? null,
    defaults: all.flatMap(({ value }) => (value ? [value] : [])),
  }
}

/** `param_no_default+ '/' (',' | &end)`, or `null` with the mark where it was. */
export function slashWithoutDefault(p: Parser, kind: ParameterKind): Parameter[] | null {
  const { mark } = p
  const args = p.repeat1((q) => paramNoDefault(q, kind))
  if (args && p.take('/') && ends(p, kind)) return args.map((arg) => ({ arg, value: null }))
  p.mark = mark
  return null
}

export function slashWithDefault(p: Parser, kind: ParameterKind): Parameter[] | null {
  const { mark } = p
  const args = p.repeat((q) => paramNoDefault(q, kind))
  const more = p.repeat1((q) => paramWithDefault(q, kind))
  if (more && p.take('/') && ends(p, kind)) return [...args.map((arg) => ({ arg, value: null })), ...more]
  p.mark = mark
  return null
}

interface StarEtc {
  readonly vararg: arg | null
  readonly kwonly: Parameter[]
  readonly kwarg: arg | null
}

function starEtc(p: Parser, kind: ParameterKind): StarEtc | null {
  const { mark } = p
  if (p.invalid) {
    invalidStarEtc(p, kind)
    p.mark = mark
  }
  if (p.take('*')) {
    const vararg = p.maybe((q) => paramNoDefault(q, kind)) ?? p.maybe((q) => paramStarAnnotation(q, kind))
    if (vararg || p.take(',')) {
      const kwonly = p.repeat((q) => paramMaybeDefault(q, kind))
      if (vararg || kwonly.length > 0) return { vararg, kwonly, kwarg: p.maybe((q) => kwds(q, kind)) }
    }
    p.mark = mark
  }
  const kwarg = kwds(p, kind)
  return kwarg && { vararg: null, kwonly: [], kwarg }
}

function kwds(p: Parser, kind: ParameterKind): arg | null {
  const { mark } = p
  if (p.invalid) {
    invalidKwds(p, kind)
    p.mark = mark
  }
  return p.take('**') && paramNoDefault(p, kind)
}

export function paramNoDefault(p: Parser, kind: ParameterKind): arg | null {
  const found = param(p, kind)
  return found && ends(p, kind) ? found : null
}

function paramStarAnnotation(p: Parser, kind: ParameterKind): arg | null {
  if (!kind.annotated) return null
  const start = p.peek()
  const name = p.name()
  if (!name || !p.take(':')) return null
  const annotation = starExpression(p)
  if (!annotation) return null
  const found: arg = { nodeType: 'arg', arg: name.id, annotation, ...p.span(start) }
  return ends(p, kind) ? found : null
}

export function paramWithDefault(p: Parser, kind: ParameterKind): Parameter | null {
  const arg = param(p, kind)
  const value = arg && defaultValue(p, kind)
  return arg && value && ends(p, kind) ? { arg, value } : null
}

export function paramMaybeDefault(p: Parser, kind: ParameterKind): Parameter | null {
  const arg = param(p, kind)
  if (!arg) return null
  const value = p.maybe((q) => defaultValue(q, kind))
  return ends(p, kind) ? { arg, value } : null
}

export function param(p: Parser, kind: ParameterKind): arg | null {
  const start = p.peek()
  const name = p.name()
  if (!name) return null
  const annotation = kind.annotated ? p.maybe((q) => q.take(':') && expression(q)) : null
  return { nodeType: 'arg', arg: name.id, annotation, ...p.span(start) }
}

function defaultValue(p: Parser, _kind: ParameterKind): expr | null {
  const sign = p.take('=')
  if (!sign) return null
  const value = expression(p)
  if (!value && p.invalid) {
    const { type } = p.tokens[p.tokens.indexOf(sign) + 1]
    if (type === ')' || type === ',') p.failAt(sign, 'expected default value expression')
  }
  return value
}

/** A comma, or the end of the list in sight. */
function ends(p: Parser, kind: ParameterKind): boolean {
  return p.take(',') !== null || p.at(kind.end)
}
