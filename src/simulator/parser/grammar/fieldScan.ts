// CPython 3.11: Parser/string_parser.c (the first half of fstring_find_expr): where the expression of a field ends.

import type { Parser } from '../pegen.ts'

const closing: Record<string, string> = { '(': ')', '[': ']', '{': '}' }

/** The index of the `!`, `:`, `=` or `}` that ends the expression from `start` on; `end` if there is none. */
export function scanField(p: Parser, source: string, start: number, end: number): number {
  const open: string[] = []
  let quote = ''
  let at = start
  for (; at < end; at++) {
    const char = source[at]
    if (char === '\\') p.fail('f-string expression part cannot include a backslash')
    if (quote) {
      if (!source.startsWith(quote, at)) continue
      at += quote.length - 1
      quote = ''
    } else if (char === "'" || char === '"') {
      quote = at + 2 < end && source.startsWith(char.repeat(3), at) ? char.repeat(3) : char
      at += quote.length - 1
    } else if (char in closing) open.push(char)
    else if (char === '#') p.fail("f-string expression part cannot include '#'")
    else if (open.length === 0 && '!:}=><'.includes(char)) {
      if (at + 1 < end) {
        if (source[at + 1] === '=' && '!=<>'.includes(char)) {
          at++
          continue
        }
        if (char === '>' || char === '<') continue
      }
      break
    } else if (char === ')' || char === ']' || char === '}') {
      const opening = open.pop()
      if (!opening) p.fail(`f-string: unmatched '${char}'`)
      if (closing[opening] !== char)
        p.fail(`f-string: closing parenthesis '${char}' does not match opening parenthesis '${opening}'`)
    }
  }
  if (quote) p.fail('f-string: unterminated string')
  const unclosed = open.at(-1)
  if (unclosed) p.fail(`f-string: unmatched '${unclosed}'`)
  return at
}
