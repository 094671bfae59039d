// CPython: Parser/tokenizer (decoding and translating newlines): the text the tokenizer reads.

/** The text with `\n` line ends and one at its very end, or why it cannot be read. */
export type ReadSource = { readonly text: string } | { readonly msg: string; readonly lineno: number }

export function readSource(source: string): ReadSource {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const zero = text.indexOf('\0')
  if (zero >= 0) return { msg: 'source code cannot contain null bytes', lineno: lineOf(text, zero) }
  if (!text.isWellFormed()) {
    const at = /\p{Surrogate}/u.exec(text)?.index ?? 0
    return { msg: "(unicode error) 'utf-8' codec can't decode a lone surrogate", lineno: lineOf(text, at) }
  }
  return { text: text === '' || text.endsWith('\n') ? text : `${text}\n` }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
