// CPython: Grammar/python.gram, invalid_fstring_replacement_field, invalid_tstring_replacement_field and their like.

import type { Parser } from '../pegen.ts'
import { annotatedRhs } from './expressions.ts'
import { type FieldKind, skipFormatSpec } from './fields.ts'
import { fstringOrString, tstring } from './strings.ts'

export function invalidReplacementField(p: Parser, kind: FieldKind): void {
  const word = kind === 'T' ? 't-string' : 'f-string'
  const { mark } = p
  if (!p.take('{')) return
  const first = p.peek()
  if (['=', '!', ':', '}'].includes(first.type))
    p.failAt(first, `${word}: valid expression required before '${first.type}'`)
  if (!p.sees(annotatedRhs)) p.failOnNext(`${word}: expecting a valid expression after '{'`)
  p.mark = mark + 1
  annotatedRhs(p)
  const after = p.mark
  if (!next(p, '=', '!', ':', '}')) p.failOnNext(`${word}: expecting '=', or '!', or ':', or '}'`)
  if (p.take('=') && !next(p, '!', ':', '}')) p.failOnNext(`${word}: expecting '!', or ':', or '}'`)
  p.mark = after
  p.take('=')
  const beforeConversion = p.mark
  if (p.take('!')) {
    if (next(p, ':', '}')) p.failOnNext(`${word}: missing conversion character`)
    if (!p.at('NAME')) p.failOnNext(`${word}: invalid conversion character`)
  }
  p.mark = beforeConversion
  if (!(p.take('!') && p.take('NAME'))) p.mark = beforeConversion
  const afterConversion = p.mark
  if (!next(p, ':', '}')) p.failOnNext(`${word}: expecting ':' or '}'`)
  if (p.take(':')) {
    // Also in a t-string those of an f-string are meant here: the first text in it is what it stops at.
    skipFormatSpec(p, 'F')
    if (!p.at('}')) p.failOnNext(`${word}: expecting '}', or format specs`)
  }
  p.mark = afterConversion
  if (!p.at('}')) p.failOnNext(`${word}: expecting '}'`)
}

function next(p: Parser, ...types: string[]): boolean {
  return types.includes(p.peek().type)
}

export function invalidStringTstringConcat(p: Parser): void {
  const { mark } = p
  const msg = 'cannot mix t-string literals with string or bytes literals'
  const plain = p.repeat1(fstringOrString)
  const template = plain && tstring(p)
  if (plain && template) p.failAt(plain[plain.length - 1], msg, template)
  p.mark = mark
  const templates = p.repeat1(tstring)
  const other = templates && p.maybe(fstringOrString)
  if (templates && other) p.failAt(templates[templates.length - 1], msg, other)
}
