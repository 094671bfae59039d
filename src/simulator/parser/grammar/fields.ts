// CPython: Grammar/python.gram, fstring, tstring and their replacement fields, and Parser/action_helpers.c (_PyPegen_joined_str,
// _PyPegen_formatted_value, _PyPegen_interpolation).

import type { Constant, expr, JoinedStr, Position } from '../ast.ts'
import { type Parser, spanOf } from '../pegen.ts'
import { decodeUnicode } from '../stringLiteral.ts'
import type { Token } from '../token.ts'
import { annotatedRhs } from './expressions.ts'
import { invalidReplacementField } from './invalidFields.ts'
import { constant, decoded, fold } from './strings.ts'

/** `F` for f-strings, `T` for t-strings. */
export type FieldKind = 'F' | 'T'

/** A whole f-string or t-string token run. */
export function interpolatedString(p: Parser, kind: FieldKind): expr | null {
  const start = p.take(`${kind}STRING_START`)
  if (!start) return null
  const raw = /r/i.test(p.text(start).replace(/['"]/g, ''))
  const parts = p.repeat((q) => replacementField(q, kind, kind) ?? middle(q, kind))
  const end = p.take(`${kind}STRING_END`)
  if (!end) return null
  const values = parts.flat().flatMap((part): expr[] => {
    if (!('token' in part)) return [part]
    // CPython takes the line of the last token it has read.
    if (!raw) p.warnOfEscape(p.text(part.token), false, p.tokens[p.tokens.length - 1].lineno)
    const value = decoded(p, () => decodeUnicode(p.text(part.token), raw, part.token.lineno))
    return value === '' ? [] : [constant({ type: 'str', value }, part.token)]
  })
  const place = { ...spanOf(start), end_lineno: end.end_lineno, end_col_offset: end.end_col_offset }
  if (kind === 'T') return { nodeType: 'TemplateStr', values, ...place }
  return { nodeType: 'JoinedStr', values, ...place }
}

interface Undecoded {
  readonly token: Token
}

function middle(p: Parser, kind: FieldKind): Undecoded[] | null {
  const token = p.take(`${kind}STRING_MIDDLE`)
  return token && [{ token }]
}

/** One field; with `=`, the expression's text comes before it. */
function replacementField(p: Parser, kind: FieldKind, node: FieldKind): expr[] | null {
  const { mark } = p
  const open = p.take('{')
  if (!open) return null
  const value = annotatedRhs(p)
  if (value) {
    const debug = p.take('=')
    const bang = p.take('!')
    const conversionName = bang && p.name()
    if (!bang || conversionName) {
      const conversion = conversionName
        ? checkConversion(p, bang as Token, conversionName.id, conversionName, kind)
        : -1
      const colon = p.peek()
      const spec = p.take(':') ? formatSpec(p, kind, colon) : null
      const close = p.take('}')
      if (close) {
        const end = bang ?? (spec ? colon : close)
        const text = p.tok.source.slice(open.end, end.start)
        const place = p.span(open)
        const shown = conversion === -1 && debug && !spec ? 114 : conversion
        const field: expr =
          node === 'T'
            ? {
                nodeType: 'Interpolation',
                value,
                str: debug ? text.replace(/=\s*$/, '') : text,
                conversion: shown,
                format_spec: spec,
                ...place,
              }
            : { nodeType: 'FormattedValue', value, conversion: shown, format_spec: spec, ...place }
        return debug ? [debugText(text, place, end), field] : [field]
      }
    }
  }
  p.mark = mark
  if (p.invalid) invalidReplacementField(p, kind)
  return null
}

/** The `x = ` that `f'{x = }'` shows: everything up to the end of the expression, comments left out. */
function debugText(text: string, place: Position, end: Token): Constant {
  const value = text.includes('#') ? text.replace(/#[^\n]*/g, '') : text
  const start = { lineno: place.lineno, col_offset: place.col_offset + 1 }
  return constant({ type: 'str', value }, { ...start, end_lineno: end.lineno, end_col_offset: end.col_offset })
}

function checkConversion(p: Parser, bang: Token, name: string, place: Position, kind: FieldKind): number {
  const word = kind === 'T' ? 't' : 'f'
  if (bang.end_lineno !== place.lineno || bang.end_col_offset !== place.col_offset)
    p.failAt(bang, `${word}-string: conversion type must come right after the ${p.facts.exclamationMark}`, place)
  if (!/^[sra]$/.test(name))
    p.failAt(place, `${word}-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`)
  return name.charCodeAt(0)
}

function formatSpec(p: Parser, kind: FieldKind, colon: Token): JoinedStr {
  const parts = p.repeat((q) => specText(q, kind) ?? replacementField(q, kind, 'F'))
  const values = parts.flat()
  const keepEmpty = p.facts.emptySpecText && values.length > 1
  return { nodeType: 'JoinedStr', values: fold(values, keepEmpty), ...p.span(colon) }
}

function specText(p: Parser, kind: FieldKind): expr[] | null {
  const token = p.take(`${kind}STRING_MIDDLE`)
  if (!token) return null
  p.warnOfEscape(p.text(token), false, p.tokens[p.tokens.length - 1].lineno)
  const value = decoded(p, () => decodeUnicode(p.text(token), false, token.lineno))
  return [constant({ type: 'str', value }, token)]
}

/** `fstring_format_spec*`, for the rules that look past it. */
export function skipFormatSpec(p: Parser, kind: FieldKind): void {
  p.repeat((q) => specText(q, kind) ?? replacementField(q, kind, 'F'))
}
