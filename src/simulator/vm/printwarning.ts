// Python/_warnings.c, show_warning: a SyntaxWarning on stderr, with its line where the file can be read.
// NOT CPYTHON: there are no filters, and what CPython allocates for a warning is not.

import type { ThreadState } from '../heap/pystate.ts'
import { write } from '../objects/textio.ts'
import type { SourceWarning } from '../parser/index.ts'

/** Prints what parser and compiler warn of. */
export function printWarnings(ts: ThreadState, filename: string, warnings: readonly SourceWarning[]): void {
  if (warnings.length > 0) write(ts, 2, warningsText(filename, ts.sources.get(filename) ?? [], warnings))
}

/** The warnings as they are printed; `lines` are those of the file, none where it cannot be read. */
export function warningsText(filename: string, lines: readonly string[], warnings: readonly SourceWarning[]): string {
  const one = ({ lineno, message }: SourceWarning) => {
    const line = lines[lineno - 1]?.trim()
    return `${filename}:${lineno}: SyntaxWarning: ${message}\n${line ? `  ${line}\n` : ''}`
  }
  return warnings.map(one).join('')
}
