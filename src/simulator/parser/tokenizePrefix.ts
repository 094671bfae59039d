// CPython: Parser/lexer/lexer.c (the letters before a quote, and maybe_raise_syntax_error_for_string_prefixes).

import type { Tokenizer } from './tokenizer.ts'

/**
 * Whether letters from `start` to a quote at `end` belong to the string.
 * @param prefix the letters in lower case
 * @throws {SourceError} where they would, but not together.
 */
export function isStringPrefix(tok: Tokenizer, prefix: string, start: number, end: number): boolean {
  const { templateStrings, prefixErrors } = tok.facts
  if (/^(?:b|br|rb|r|u|f|fr|rf)$/.test(prefix)) return true
  if (templateStrings && /^(?:t|tr|rt)$/.test(prefix)) return true
  // Each letter at most once: the prefix is a bad mixture, not a name.
  const letters = templateStrings ? /^(?!.*(.).*\1)[burft]+$/ : /^(?!.*(.).*\1)[burf]+$/
  if (!prefixErrors || !letters.test(prefix)) return false
  for (const [first, second] of ['ub', 'ur', 'uf', 'ut', 'bf', 'bt', 'ft']) {
    if (!prefix.includes(first) || !prefix.includes(second)) continue
    tok.cur = end + 1
    const msg = `'${first}' and '${second}' prefixes are incompatible`
    tok.fail(msg, start + 1 - tok.lineStart, end + 1 - tok.lineStart)
  }
  return false
}
