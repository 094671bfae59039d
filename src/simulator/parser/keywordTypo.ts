// CPython: Lib/traceback.py (TracebackException._find_keyword_typos), Lib/codeop.py, Lib/difflib.py (get_close_matches) and
// Python/suggestions.c. "invalid syntax. Did you mean 'while'?": a traceback tries whether a keyword in place of a name mends the
// line. That is the traceback's doing, not the parser's: `error.msg` inside a program stays "invalid syntax".

import type { Profile } from '../profiles/profile.ts'
import { closeMatches, closestByEdits } from './closeMatches.ts'
import { file } from './grammar/compoundStatements.ts'
import { isMisplaced } from './misplaced.ts'
import { Parser } from './pegen.ts'
import { run } from './run.ts'
import { readSource } from './source.ts'
import { SourceError, Unsupported } from './sourceError.ts'
import type { SyntaxErrorInfo } from './syntaxError.ts'
import { keywords } from './token.ts'
import { Tokenizer } from './tokenizer.ts'
import { characters } from './unicode.ts'

const mostTokens = 10
const mostMatches = 3
const longest = 1024

/** The error as a traceback shows it: itself, or with the keyword that was probably meant. */
export function withKeywordTypo(error: SyntaxErrorInfo, source: string, profile: Profile): SyntaxErrorInfo {
  const { keywordTypos, keywordTyposTryOriginal } = profile.parser
  const read = readSource(source)
  if (!keywordTypos || !('text' in read) || error.text === null) return error
  if (error.msg !== 'invalid syntax' && !error.msg.includes('Perhaps you forgot a comma')) return error
  const first = Math.max(1, lastCompoundStatement(read.text, profile))
  const code = dedent(read.text.split('\n').slice(first - 1, error.lineno))
  if (code.join('\n').length > longest || (keywordTyposTryOriginal && mayCompile(code.join('\n'), profile)))
    return error
  const row = error.lineno - first
  const line = code[row]
  if (line === undefined) return error
  let left = mostTokens
  for (const { name, column } of namesIn(code.join('\n'), row, profile)) {
    if (keywords.has(name)) continue
    left--
    if (left < 0) break
    for (const keyword of candidates(name)) {
      const mended = line.slice(0, column) + keyword + line.slice(column + name.length)
      if (!mayCompile(code.with(row, mended).join('\n'), profile)) continue
      const offset = characters(line.slice(0, column)) + 1
      return {
        ...error,
        msg: `invalid syntax. Did you mean '${keyword}'?`,
        text: line,
        offset,
        end_lineno: error.lineno,
        end_offset: offset + characters(name),
      }
    }
  }
  return error
}

/** The line of the last compound statement that could be read; 0 without one. */
function lastCompoundStatement(text: string, profile: Profile): number {
  const p = new Parser(new Tokenizer(text, profile.parser))
  try {
    run(p, file)
  } catch (error) {
    if (!(error instanceof SourceError) && !(error instanceof Unsupported)) throw error
  }
  return p.lastCompoundStatement
}

/** textwrap.dedent */
function dedent(lines: readonly string[]): string[] {
  const cleaned = lines.map((line) => (/^[ \t]*$/.test(line) ? '' : line))
  const margins = cleaned.filter((line) => line !== '').map((line) => (/^[ \t]*/.exec(line) as RegExpExecArray)[0])
  let margin = margins[0] ?? ''
  for (const other of margins) while (!other.startsWith(margin)) margin = margin.slice(0, -1)
  return cleaned.map((line) => line.slice(margin.length))
}

/** codeop.compile_command without an exception: the code is whole, or might become so with more lines. */
function mayCompile(code: string, profile: Profile): boolean {
  const text = code.endsWith('\n') ? code : `${code}\n`
  const tok = new Tokenizer(text, profile.parser)
  const p = new Parser(tok)
  try {
    const body = file(p)
    if (body) return !isMisplaced(body)
  } catch (error) {
    if (error instanceof Unsupported) return true
    if (!(error instanceof SourceError)) throw error
    const unclosed = tok.cur >= text.length && !error.fields.fromTokenizer
    return unclosed || error.fields.msg.startsWith('unterminated triple-quoted')
  }
  const last = p.tokens[p.tokens.length - 1]
  return last.type === 'ENDMARKER' || (last.type === 'DEDENT' && tok.cur >= text.length)
}

/** The names on one line (0-based), as far as the code can be tokenized. */
function namesIn(code: string, row: number, profile: Profile): { readonly name: string; readonly column: number }[] {
  const tok = new Tokenizer(`${code}\n`, profile.parser)
  const names: { readonly name: string; readonly column: number }[] = []
  try {
    for (let token = tok.next(); token.type !== 'ENDMARKER'; token = tok.next()) {
      const isName = token.type === 'NAME' || keywords.has(token.type)
      if (isName && token.lineno === row + 1)
        names.push({ name: code.slice(token.start, token.end), column: token.col_offset })
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
  }
  return names
}

function candidates(name: string): string[] {
  const words = [...keywords.keys()]
  const closest = closestByEdits(name, words)
  const all = closest === null ? [] : [closest]
  return [...all, ...closeMatches(name, words, mostMatches, 0.5)].slice(0, mostMatches).filter((word) => word !== name)
}
