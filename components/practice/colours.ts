// The colours of a program that was made in the page. Drills are written in a small part of Python; a highlighter for all of
// it (course/highlight.ts uses one while the site is built) would be larger than everything else here.

import type { Token } from '../playground/Program.tsx'

const words = [
  'and',
  'as',
  'break',
  'class',
  'def',
  'del',
  'for',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'pass',
  'return',
]
const piece = new RegExp(`('[^']*')|\\b(${words.join('|')})\\b|\\b(\\d+|None|True|False)\\b`, 'g')
const kinds = ['string', 'keyword', 'constant'] as const

/** The lines of a drill as pieces. */
export function colours(source: string): Token[][] {
  return source.replace(/\n$/, '').split('\n').map(line)
}

function line(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const match of text.matchAll(piece)) {
    if (match.index > from) tokens.push([text.slice(from, match.index), ''])
    tokens.push([match[0], kinds[match.slice(1).findIndex((group) => group !== undefined)]])
    from = match.index + match[0].length
  }
  if (from < text.length) tokens.push([text.slice(from), ''])
  return tokens
}
