// What is said about a choice: which words, and what fills their places. No language here.

import type { Words } from './question.ts'

/** A message with what fills its places, words of the question itself, or code of the program. */
export type Said =
  | { readonly kind: 'message'; readonly key: string; readonly values: Readonly<Record<string, string | number>> }
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'code'; readonly code: string }

/** A message of content/messages. */
export function said(key: string, values: Record<string, string | number> = {}): Said {
  return { kind: 'message', key, values }
}

/** The expressions as code, for a message. */
export function codes(expressions: readonly string[]): string {
  return expressions.map((expression) => `\`${expression}\``).join(', ')
}
