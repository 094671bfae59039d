// Objects/unicodeobject.c, unicode_repr: quotes and escapes. Bytes have their own, simpler, rules.

import { isPrintable } from './unicodectype.ts'

/** repr of a str. */
export function reprOfText(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let result = quote
  for (const c of text) {
    if (c === quote || c === '\\') result += `\\${c}`
    else if ((c >= ' ' && c <= '~') || (c > '\x7f' && isPrintable(c))) result += c
    else result += escaped(c)
  }
  return result + quote
}

const SHORT: Record<string, string> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(c: string): string {
  const short = SHORT[c]
  if (short !== undefined) return short
  const code = c.codePointAt(0) ?? 0
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}

/** repr of bytes, given as a text of characters below 256. */
export function reprOfBytes(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let result = `b${quote}`
  for (const c of text) {
    if (c === quote || c === '\\') result += `\\${c}`
    else if (c >= ' ' && c <= '~') result += c
    else result += escaped(c)
  }
  return result + quote
}
