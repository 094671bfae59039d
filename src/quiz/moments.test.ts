// What a line printed, and when it has run, on programs of one's own.

import { describe, expect, test } from 'vitest'
import { parseExample } from '../course/example.ts'
import { runExample, versions } from '../course/run.ts'
import { afterLine, printedAt } from './moments.ts'

function viewerOf(lines: readonly string[], version: string) {
  const { viewer } = runExample(parseExample('made/up', lines.join('\n')), version)
  return viewer ?? expect.fail('no trace')
}

describe.each(versions)('under %s', (version) => {
  test('a comprehension belongs to its line, although CPython counts its rounds as lines', () => {
    const viewer = viewerOf(['a = [1, 2, 3]', 'print([x * x for x in a])', 'b = 4'], version)
    expect(printedAt(viewer, 2)).toBe('[1, 4, 9]')
    expect(viewer.trace.steps.line[afterLine(viewer, 2)]).toBe(3)
  })

  test('a line of a function called twice in a row has run when the first call is done', () => {
    const viewer = viewerOf(['def f(): print(7)', 'f(); f()'], version)
    expect(printedAt(viewer, 2)).toBe('7\n7')
    expect(printedAt(viewer, 1)).toBe('')
  })
})
