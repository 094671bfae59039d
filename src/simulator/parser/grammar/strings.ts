// CPython: Grammar/python.gram, "LITERALS", and Parser/action_helpers.c (_PyPegen_concatenate_strings and what it needs): adjacent
// strings become one constant, or one JoinedStr or TemplateStr if one of them has fields.

import type { Constant, expr, JoinedStr, Position } from '../ast.ts'
import { memo, type Parser, type Rule, spanOf } from '../pegen.ts'
import { DecodeError, decodeBytes, decodeUnicode, stringParts } from '../stringLiteral.ts'
import type { Token } from '../token.ts'
import { interpolatedString } from './fields.ts'
import { stringsWithoutTokens } from './fstringText.ts'
import { invalidStringTstringConcat } from './invalidFields.ts'

export const strings: Rule<expr> = memo((p) => {
  if (!p.facts.fstringTokens) return stringsWithoutTokens(p)
  if (p.invalid && p.facts.templateStrings && p.facts.tstringConcatError) {
    const { mark } = p
    invalidStringTstringConcat(p)
    p.mark = mark
  }
  const start = p.peek()
  const plain = p.repeat1(fstringOrString)
  if (plain) return concatenate(p, plain, p.span(start))
  const templates = p.repeat1(tstring)
  if (!templates) return null
  const values = templates.flatMap((part) => (part.nodeType === 'TemplateStr' ? part.values : []))
  return { nodeType: 'TemplateStr', values: fold(values), ...p.span(start) }
})

export function fstringOrString(p: Parser): expr | null {
  return p.at('FSTRING_START') ? interpolatedString(p, 'F') : string(p)
}

export function tstring(p: Parser): expr | null {
  return interpolatedString(p, 'T')
}

function string(p: Parser): expr | null {
  const token = p.take('STRING')
  return token && stringConstant(p, token, spanOf(token))
}

/** A STRING token without fields as a constant. */
export function stringConstant(p: Parser, token: Token, place: Position): Constant {
  const text = p.text(token)
  const { prefix, start, end } = stringParts(text)
  const content = text.slice(start, end)
  const raw = prefix.includes('r')
  if (!raw) p.warnOfEscape(content, prefix.includes('b'), token.lineno)
  if (prefix.includes('b')) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII
    if (/[^\x00-\x7f]/.test(content)) p.failAt(token, 'bytes can only contain ASCII literal characters')
    return constant({ type: 'bytes', value: decoded(p, () => decodeBytes(content, raw)) }, place)
  }
  const value = decoded(p, () => decodeUnicode(content, raw, token.lineno))
  return { ...constant({ type: 'str', value }, place), kind: text[0] === 'u' ? 'u' : null }
}

/** Runs a decoder; what it refuses is an error at the last token read. */
export function decoded<T>(p: Parser, decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    if (error instanceof DecodeError) p.fail(error.message)
    throw error
  }
}

export function constant(value: Constant['value'], place: Position): Constant {
  const { lineno, col_offset, end_lineno, end_col_offset } = place
  return { nodeType: 'Constant', value, kind: null, lineno, col_offset, end_lineno, end_col_offset }
}

/** _PyPegen_concatenate_strings */
export function concatenate(p: Parser, parts: readonly expr[], place: Position): expr {
  const isBytes = (part: expr) => part.nodeType === 'Constant' && part.value.type === 'bytes'
  if (parts.some(isBytes)) {
    const other = parts.find((part) => !isBytes(part))
    if (other) {
      if (p.facts.mixedBytesRange) p.failAt(parts[0], 'cannot mix bytes and nonbytes literals', parts[parts.length - 1])
      p.fail('cannot mix bytes and nonbytes literals')
    }
    if (parts.length === 1) return parts[0]
    const all = parts.map((part) =>
      part.nodeType === 'Constant' && part.value.type === 'bytes' ? part.value.value : [],
    )
    return constant({ type: 'bytes', value: Uint8Array.from(all.flatMap((bytes) => [...bytes])) }, place)
  }
  const hasFields = parts.some((part) => part.nodeType !== 'Constant')
  if (!hasFields && parts.length === 1) return parts[0]
  const values = parts.flatMap((part) => (part.nodeType === 'JoinedStr' ? part.values : [part]))
  if (hasFields) return { nodeType: 'JoinedStr', values: fold(values), ...place } satisfies JoinedStr
  return join(values as Constant[])
}

/** Joins constants that stand side by side, and drops empty ones unless told not to. */
export function fold(values: readonly expr[], keepEmpty = false): expr[] {
  const result: expr[] = []
  for (let at = 0; at < values.length; ) {
    const run: Constant[] = []
    for (let node = values[at]; node?.nodeType === 'Constant'; node = values[++at]) run.push(node)
    if (run.length > 0) {
      const joined = join(run)
      if (keepEmpty || joined.value.type !== 'str' || joined.value.value !== '') result.push(joined)
    } else result.push(values[at++])
  }
  return result
}

function join(run: readonly Constant[]): Constant {
  if (run.length === 1) return run[0]
  const first = run[0]
  const last = run[run.length - 1]
  const value = run.map((node) => (node.value.type === 'str' ? node.value.value : '')).join('')
  const { end_lineno, end_col_offset } = last
  return { ...first, value: { type: 'str', value }, end_lineno, end_col_offset }
}
