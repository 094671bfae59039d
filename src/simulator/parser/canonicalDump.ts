// The dump of a tree that record.py writes too: every field by name in alphabetical order, every place, values by their bits.
// For tests.

import type { AST, ConstantValue, stmt } from './ast.ts'

/** One text per top-level statement. */
export function canonicalDumps(body: readonly stmt[]): string[] {
  return body.map(dump)
}

/** The 32-bit FNV-1a hash of a dump, in hexadecimal. */
export function fnv1a(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}

const bare = new Set(['ctx', 'op'])
const positions = new Set(['nodeType', 'lineno', 'col_offset', 'end_lineno', 'end_col_offset'])

function dump(node: AST): string {
  const fields = Object.entries(node).filter(([key]) => !positions.has(key))
  if (node.nodeType === 'Module') fields.push(['type_ignores', []])
  const parts = fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      if (bare.has(key)) return `${key}=${value}`
      if (key === 'ops') return `ops=[${value.join(' ')}]`
      if (key === 'value' && (node.nodeType === 'Constant' || node.nodeType === 'MatchSingleton'))
        return `value=${constant(value)}`
      return `${key}=${field(value)}`
    })
  const place = 'lineno' in node ? `@${node.lineno}:${node.col_offset}-${node.end_lineno}:${node.end_col_offset}` : ''
  return `(${[node.nodeType + place, ...parts].join(' ')})`
}

function field(value: unknown): string {
  if (value === null) return '-'
  if (Array.isArray(value)) return `[${value.map(field).join(' ')}]`
  if (typeof value === 'string') return units(value)
  if (typeof value === 'number') return String(value)
  return dump(value as AST)
}

function constant(value: ConstantValue): string {
  switch (value.type) {
    case 'None':
    case 'Ellipsis':
      return value.type
    case 'bool':
      return `bool:${value.value ? 'True' : 'False'}`
    case 'int':
      return `int:${value.value}`
    case 'float':
      return `float:${bits(value.value)}`
    case 'complex':
      return `complex:${bits(value.imag)}`
    case 'str':
      return `str:${units(value.value)}`
    case 'bytes':
      return `bytes:${[...value.value].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  }
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return view.getBigUint64(0).toString(16).padStart(16, '0')
}

function units(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')
}
