// Python/_warnings.c, show_warning: a SyntaxWarning on stderr, with its line where the file can be read.
// NOT CPYTHON: there are no filters, and what CPython allocates for a warning is not.

import type { ThreadState } from '../heap/pystate.ts'
import { write } from '../objects/textio.ts'
import type { SourceWarning } from '../parser/index.ts'

/** Prints what parser and compiler warn of. */
export function printWarnings(ts: ThreadState, filename: string, warnings: readonly SourceWarning[]): void {
  for (const { lineno, message } of warnings) {
    const line = ts.sources.get(filename)?.[lineno - 1]?.trim()
    write(ts, 2, `${filename}:${lineno}: SyntaxWarning: ${message}\n${line ? `  ${line}\n` : ''}`)
  }
}
