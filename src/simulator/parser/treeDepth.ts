// CPython: Python/symtable.c (its recursion check): how deep a tree is, measured without recursion.

import type { stmt } from './ast.ts'
import type { Token } from './token.ts'

/** Are there tokens enough for a tree deeper than `limit`? A quick look that spares nearly every program the slow one. */
export function mayExceedDepth(tokens: readonly Token[], limit: number): boolean {
  let line = 0
  let longest = 0
  let elifs = 0
  for (const { type } of tokens) {
    line++
    if (type === 'elif') elifs++
    else if (type === 'NEWLINE') {
      longest = Math.max(longest, line)
      line = 0
    }
  }
  return longest + elifs > limit / 2
}

/** Is some node more than `limit` levels down? */
export function exceedsDepth(body: readonly stmt[], limit: number): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: body, depth: 0 }]
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { value, depth } = entry
    if (typeof value !== 'object' || value === null) continue
    if (depth > limit) return true
    const isList = Array.isArray(value)
    for (const child of isList ? value : Object.values(value))
      if (typeof child === 'object' && child !== null) open.push({ value: child, depth: isList ? depth : depth + 1 })
  }
  return false
}
