// The spelling of the English prose: what a reader sees, without code, tags and addresses. Chinese is left out.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')

/** Words that no dictionary has and this project needs, one a line. */
export const ownWords: readonly string[] = readFileSync(join(import.meta.dirname, 'spelling-words.txt'), 'utf8')
  .split('\n')
  .filter((word) => word !== '')

const checker = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
for (const word of ownWords) checker.add(word)

/** A word and whether it is spelt as the dictionary or the list has it. */
export function isSpelt(word: string): boolean {
  return checker.correct(word) || checker.correct(word.replace(/'s?$/, ''))
}

/** The words of a text in which code, tags and addresses stand, without these. */
export function wordsOf(text: string): string[] {
  const prose = text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, (tag) => ` ${/claim="([^"]*)"/.exec(tag)?.[1] ?? ''} `)
    .replace(/^(?:import|export) .*$/gm, ' ')
    .replace(/^\s*-?\s*(?:file|url|href|module): .*$/gm, ' ')
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/https?:\S+/g, ' ')
    .replaceAll('’', "'")
  // What is joined by dots, slashes, underscores, digits or capitals within is a name, not a word.
  const pieces = prose.match(/[\p{L}\p{N}_'./@#$=+*%&-]+/gu) ?? []
  return pieces.flatMap((piece) => {
    const bare = piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (/[\d_./@#$=+*%&]/.test(bare) || /\p{Ll}\p{Lu}/u.test(bare)) return []
    return bare.split('-').filter((word) => /^[A-Za-z][a-z']+$/.test(word))
  })
}

/** Every English text there is: where it stands, and the text. */
export function englishTexts(): readonly (readonly [place: string, text: string])[] {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const files = ['*.md', 'src/README.md', 'content/{lessons,pages,glossary}/en/**/*.{md,mdx}']
  const prose = globSync(files, { cwd: root }).map((file) => [file, withoutComments(read(file))] as const)
  const messages = Object.entries(JSON.parse(read('content/messages/en.json')) as Record<string, string>)
  const questions = globSync('content/questions/**/*.yaml', { cwd: root }).map(
    (file) => [file, inEnglish(parse(read(file))).join('\n')] as const,
  )
  return [...prose, ...messages.map(([key, text]) => [`en.json, ${key}`, text] as const), ...questions]
}

/** What stands under `en` in a question's file. */
function inEnglish(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'en' && typeof inner === 'string' ? [inner] : inEnglish(inner),
  )
}

function withoutComments(text: string): string {
  return text.replace(/\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g, ' ')
}
