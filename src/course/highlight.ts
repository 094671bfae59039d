// The colours of a program, worked out at build time: which piece of a line is what. The values stand in tokens.css.

import { codeToTokensBase, createCssVariablesTheme } from 'shiki'

/** One piece of a line and what the highlighter takes it for ('' for plain). */
export type Token = readonly [text: string, kind: string]

const theme = createCssVariablesTheme({ name: 'kinds', variablePrefix: '', variableDefaults: {} })

/** The lines of a program as pieces. */
export async function highlight(source: string): Promise<Token[][]> {
  const lines = await codeToTokensBase(source.replace(/\n$/, ''), { lang: 'python', theme })
  return lines.map((line) => line.map(({ content, color }) => [content, kindOf(color)] as const))
}

/** `var(token-keyword)` is a keyword. */
function kindOf(color: string | undefined): string {
  return /token-([a-z-]+)/.exec(color ?? '')?.[1] ?? ''
}
