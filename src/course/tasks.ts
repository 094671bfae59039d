// Tasks in the editor: content/questions/<topic>/<name>.yaml. Build time only.
//
//   kind: try
//   example: names/alias
//   goal: |                what the changed program has to print
//     …
//   keep: [append]         labels of lines that have to stay
//   solution: { rebind: 'a = b' }   lines written otherwise; the tests run it
//   ask, hints             in words, by language; two hints

import type { Task } from '../quiz/task.ts'
import { QuestionFile } from './question-file.ts'

/**
 * Reads a task.
 * @throws Error where the file is missing, malformed, or names a label the example does not have: the build stops
 */
export function readTask(id: string, folder?: string): Task {
  const file = new QuestionFile(id, folder)
  if (file.kind !== 'try') return file.fail(`is of the kind "${file.kind}", not "try"`)
  file.only('goal', 'keep', 'solution', 'ask', 'hints')
  const lines = file.example.display.split('\n')
  const solution = Object.fromEntries(file.entries('solution'))
  const hints = file.entries('hints').map(([name, words]) => file.wordsOf(words, `hints, ${name}`))
  if (hints.length !== 2) return file.fail('needs two hints')
  return {
    id,
    example: file.example.id,
    ask: file.words('ask'),
    goal: file.text('goal'),
    keep: file.texts('keep').map((label) => lines[file.line(label) - 1]),
    hints: [hints[0], hints[1]],
    source: file.example.display,
    solution: file.rewritten(solution),
  }
}
