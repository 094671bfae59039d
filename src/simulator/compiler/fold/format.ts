// `'%s: %r' % (a, b)` becomes an f-string (CPython: optimize_format in ast_opt.c, later ast_preprocess.c).

import type * as ast from '../../parser/ast.ts'

/** The f-string, or null where a format is not as simple as that. */
export function formatToJoinedStr(node: ast.BinOp, text: string, right: ast.Tuple): ast.JoinedStr | null {
  if (right.elts.some((elt) => elt.nodeType === 'Starred')) return null
  const values: ast.expr[] = []
  let at = 0
  let arg = 0
  let literal = ''
  const flush = () => {
    if (literal) values.push({ ...NOWHERE, nodeType: 'Constant', value: { type: 'str', value: literal }, kind: null })
    literal = ''
  }
  while (at < text.length) {
    const percent = text.indexOf('%', at)
    if (percent < 0) {
      literal += text.slice(at)
      break
    }
    literal += text.slice(at, percent)
    if (text[percent + 1] === '%') {
      literal += '%'
      at = percent + 2
      continue
    }
    const match = FIELD.exec(text.slice(percent))
    if (!match || arg >= right.elts.length) return null
    const [whole, flags, width, precision, conversion] = match
    if (Number(width) >= 100 || Number(precision) >= 100) return null
    flush()
    values.push(field(right.elts[arg++], flags, width, precision, conversion))
    at = percent + whole.length
  }
  flush()
  if (arg < right.elts.length) return null
  return { ...placeOf(node), nodeType: 'JoinedStr', values }
}

/** The pieces between the fields have no place: they inherit that of what precedes them. */
const NOWHERE = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 }

const FIELD = /^%([-+ #0]*)(\d*)(?:\.(\d*))?([sra])/

function field(
  value: ast.expr,
  flags: string,
  width: string,
  precision: string | undefined,
  conversion: string,
): ast.FormattedValue {
  let spec = ''
  if (width !== '' && Number(width) > 0 && !flags.includes('-')) spec += '>'
  if (width !== '') spec += String(Number(width))
  if (precision !== undefined) spec += `.${Number(precision)}`
  const place = placeOf(value)
  const format_spec = spec
    ? ({ ...place, nodeType: 'Constant', value: { type: 'str', value: spec }, kind: null } as unknown as ast.JoinedStr)
    : null
  return { ...place, nodeType: 'FormattedValue', value, conversion: conversion.charCodeAt(0), format_spec }
}

function placeOf(node: ast.Position): ast.Position {
  const { lineno, col_offset, end_lineno, end_col_offset } = node
  return { lineno, col_offset, end_lineno, end_col_offset }
}
