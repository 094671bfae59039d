// Python/pythonrun.c, print_error_text (up to 3.12), and Lib/traceback.py, _format_syntax_error: where a SyntaxError
// says it is, with the line and the carets below it.

import type { SyntaxErrorInfo } from '../parser/syntaxError.ts'
import { utf8Length } from '../parser/unicode.ts'
import type { TracebackFacts } from '../profiles/tracebacks.ts'
import { displayWidth } from './displaywidth.ts'

/** Where an error is, as its attributes say; `null` for None. */
export interface ErrorPlace {
  readonly filename: string | null
  readonly lineno: number | null
  readonly offset: number | null
  readonly end_lineno: number | null
  readonly end_offset: number | null
  readonly text: string | null
}

/** What `python FILE` writes to stderr for a program that does not compile, ending in a newline. */
export function formatSyntaxError(error: SyntaxErrorInfo, facts: TracebackFacts): string {
  if (error.lineno === 0 && error.type !== 'SyntaxError') return `${error.type}: ${error.msg}\n`
  // The interpreter itself marks one character where the indentation is wrong.
  const oneCaret = facts.syntaxErrorText === 'interpreter' && error.type !== 'SyntaxError'
  const place = oneCaret ? { ...error, end_lineno: error.lineno, end_offset: null } : error
  return `${formatPlace(place, facts)}${error.type}: ${error.msg}\n`
}

/** `  File "...", line ...` with the text and its carets; empty where there is no line. */
export function formatPlace(place: ErrorPlace, facts: TracebackFacts): string {
  if (place.lineno === null) return ''
  const head = `  File "${place.filename ?? '<string>'}", line ${place.lineno}\n`
  if (place.text === null) return head
  return head + (facts.syntaxErrorText === 'interpreter' ? textByInterpreter(place) : textByModule(place, facts))
}

function textByInterpreter(place: ErrorPlace): string {
  const whole = place.text ?? ''
  const first = place.offset ?? -1
  const manyLines = (place.end_lineno ?? 0) > (place.lineno ?? 0)
  const end = manyLines ? [...whole].length : (place.end_offset ?? -1)
  const carets = end > 0 && end > first ? end - first : 1
  let text = whole.replace(/^[ \t\f]+/, '')
  let offset = first - 1 - (whole.length - text.length)
  text = text.replace(/\n$/, '')
  offset = Math.min(offset, utf8Length(text))
  // What stands before a line break within the text is not shown.
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n')) {
    text = text.slice(at + 1)
    offset -= at + 1
  }
  if (offset < 0) return `    ${text}\n`
  return `    ${text}\n    ${' '.repeat(offset)}${'^'.repeat(carets)}\n`
}

function textByModule(place: ErrorPlace, facts: TracebackFacts): string {
  const text = place.text ?? ''
  const right = text.replace(/\n+$/, '')
  const left = right.replace(/^[ \n\f]+/, '')
  if (place.offset === null) return `    ${left}\n`
  const spaces = right.length - left.length
  const length = [...right].length
  let offset = place.offset
  let end = place.lineno === place.end_lineno ? place.end_offset || offset : length + 1
  if (text !== '' && offset > [...text].length) offset = length + 1
  if (text !== '' && end > [...text].length) end = length + 1
  if (offset >= end || end < 0) end = offset + 1
  const from = offset - 1 - spaces
  const to = end - 1 - spaces
  if (from < 0) return `    ${left}\n`
  const characters = [...left]
  if (facts.syntaxErrorText === 'module-wide') {
    const marked = characters.slice(from, to).join('')
    const carets = marked === '' ? to - from : displayWidth(facts, marked)
    const before = displayWidth(facts, characters.slice(0, from).join(''))
    return `    ${left}\n    ${' '.repeat(before)}${'^'.repeat(carets)}\n`
  }
  const before = characters.slice(0, from).map((character) => (/\s/.test(character) ? character : ' '))
  return `    ${left}\n    ${before.join('')}${'^'.repeat(to - from)}\n`
}
