// CPython: warn_invalid_escape_sequence in Parser/string_parser.c: what a literal's first escape that means nothing is
// warned of with.

import type { ParserFacts } from '../profiles/parser.ts'

/** A SyntaxWarning of the parser or the compiler. */
export interface SourceWarning {
  /** From 1. */
  readonly lineno: number
  readonly message: string
}

/** The first escape of a literal's content that means nothing; `null` where all mean something. */
function firstInvalidEscape(content: string, bytes: boolean): { text: string; octal: boolean; at: number } | null {
  for (let at = content.indexOf('\\'); at >= 0; at = content.indexOf('\\', at + 2)) {
    const letter = content[at + 1]
    if (letter === undefined) return null
    if (letter >= '0' && letter <= '7') {
      const digits = (/^[0-7]{1,3}/.exec(content.slice(at + 1)) as RegExpExecArray)[0]
      if (Number.parseInt(digits, 8) > 0o377) return { text: `\\${digits}`, octal: true, at }
    } else if (!`\n\\'"abfnrtvx${bytes ? '' : 'NuU'}`.includes(letter)) {
      return { text: `\\${String.fromCodePoint(content.codePointAt(at + 1) as number)}`, octal: false, at }
    }
  }
  return null
}

/**
 * The warning a literal deserves; `null` for none.
 * @param lineno the line of the token CPython takes for the literal's
 */
export function escapeWarning(
  content: string,
  bytes: boolean,
  lineno: number,
  facts: ParserFacts,
): SourceWarning | null {
  if (facts.invalidEscape === 'unsaid') return null
  const found = firstInvalidEscape(content, bytes)
  if (!found) return null
  const { text, octal, at } = found
  const kind = octal ? 'octal escape sequence' : 'escape sequence'
  if (facts.invalidEscape === 'named') return { lineno, message: `invalid ${kind} '${text}'` }
  const message = `"${text}" is an invalid ${kind}. Such sequences will not work in the future. Did you mean "\\${text}"? A raw string is also an option.`
  return { lineno: lineno + content.slice(0, at).split('\n').length - 1, message }
}
