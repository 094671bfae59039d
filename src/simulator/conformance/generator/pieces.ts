// A program as a tree of lines and indented blocks, and its text.

/** Lines; blocks of pieces that stand indented below a line; pieces that belong together. */
export type Piece = string | { readonly head: string; readonly body: readonly Piece[] } | readonly Piece[]

/** The text of pieces, each line at its place. */
export function render(pieces: readonly Piece[], indent = ''): string {
  return pieces
    .map((each) => {
      if (typeof each === 'string') return `${indent}${each}\n`
      if ('head' in each) return `${indent}${each.head}\n${render(each.body, `${indent}    `)}`
      return render(each, indent)
    })
    .join('')
}
