// f-strings and t-strings (CPython: codegen_joined_str, codegen_formatted_value, codegen_template_str).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { strConstant } from '../constants.ts'
import { locationOf } from '../location.ts'
import { STACK_USE_GUIDELINE } from './collections.ts'

const FVC = { s: 1, r: 2, a: 3 } as const
const FVS_HAVE_SPEC = 4

function conversionOf(conversion: number): number {
  return conversion === -1 ? 0 : FVC[String.fromCharCode(conversion) as keyof typeof FVC]
}

/** `f'...'`. */
export function visitJoinedStr(c: Compiler, e: ast.JoinedStr): void {
  const loc = locationOf(e)
  const n = e.values.length
  if (n > STACK_USE_GUIDELINE) {
    c.loadConst(loc, strConstant(''))
    c.loadMethod(loc, 'join')
    c.op(loc, 'BUILD_LIST', 0)
    for (const value of e.values) {
      c.visit(value)
      c.op(loc, 'LIST_APPEND', 1)
    }
    return c.call(loc, 1)
  }
  c.visitAll(e.values)
  if (n > 1) c.op(loc, 'BUILD_STRING', n)
  else if (n === 0) {
    if (c.facts.emptyFString === 'constant') c.loadConst(loc, strConstant(''))
    else c.op(loc, 'BUILD_STRING', 0)
  }
}

/** `{value!r:spec}`. */
export function visitFormattedValue(c: Compiler, e: ast.FormattedValue): void {
  const loc = locationOf(e)
  c.visit(e.value)
  const conversion = conversionOf(e.conversion)
  if (c.has('FORMAT_VALUE')) {
    if (e.format_spec) visitFormatSpec(c, e.format_spec)
    return c.op(loc, 'FORMAT_VALUE', conversion | (e.format_spec ? FVS_HAVE_SPEC : 0))
  }
  if (conversion) c.op(loc, 'CONVERT_VALUE', conversion)
  if (e.format_spec) {
    c.visit(e.format_spec)
    c.op(loc, 'FORMAT_WITH_SPEC')
  } else {
    c.op(loc, 'FORMAT_SIMPLE')
  }
}

/** 3.12's parser ends a format spec that ends in a field with an empty string. */
function visitFormatSpec(c: Compiler, e: ast.JoinedStr): void {
  const last = e.nodeType === 'JoinedStr' ? e.values[e.values.length - 1] : undefined
  if (!c.facts.formatSpecEndsWithString || last?.nodeType !== 'FormattedValue') return c.visit(e)
  const { end_lineno, end_col_offset } = e
  const place = { lineno: end_lineno, col_offset: end_col_offset, end_lineno, end_col_offset }
  const empty: ast.Constant = { nodeType: 'Constant', value: { type: 'str', value: '' }, kind: null, ...place }
  c.visit({ ...e, values: [...e.values, empty] })
}

/** `t'...'`: a tuple of the strings, a tuple of the interpolations. */
export function visitTemplateStr(c: Compiler, e: ast.TemplateStr): void {
  const loc = locationOf(e)
  let strings = 0
  let afterInterpolation = true
  for (let i = 0; i < e.values.length; i++) {
    const value = e.values[i]
    if (value.nodeType === 'Interpolation') {
      if (afterInterpolation) {
        c.loadConst(loc, strConstant(''))
        strings++
      }
      afterInterpolation = true
      continue
    }
    c.visit(value)
    while (i + 1 < e.values.length && e.values[i + 1].nodeType !== 'Interpolation') {
      c.visit(e.values[++i])
      c.binary(loc, 'NB_INPLACE_ADD')
    }
    strings++
    afterInterpolation = false
  }
  if (afterInterpolation) {
    c.loadConst(loc, strConstant(''))
    strings++
  }
  c.op(loc, 'BUILD_TUPLE', strings)
  const interpolations = e.values.filter((value) => value.nodeType === 'Interpolation')
  c.visitAll(interpolations)
  c.op(loc, 'BUILD_TUPLE', interpolations.length)
  c.op(loc, 'BUILD_TEMPLATE')
}

/** `{value}` of a t-string. */
export function visitInterpolation(c: Compiler, e: ast.Interpolation): void {
  const loc = locationOf(e)
  c.visit(e.value)
  c.loadConst(loc, strConstant(e.str, true))
  if (e.format_spec) c.visit(e.format_spec)
  c.op(loc, 'BUILD_INTERPOLATION', 2 | (e.format_spec ? 1 : 0) | (conversionOf(e.conversion) << 2))
}
