// Questions about what lines print: content/questions/<topic>/<name>.yaml. Build time only.
//
//   kind: printed          what the labelled lines print
//   example: counting/aliases
//   of: a                  the name whose object is counted, where counts are asked for
//   at: [one-name, two-names, one-again]
//   misread:               the program as learners with a misconception read it; its run gives the number they expect
//     aliasCopies: { alias: 'b = a[:]' }

import { printedAt } from '../quiz/moments.ts'
import type { Question } from '../quiz/question.ts'
import { parseExample } from './example.ts'
import { QuestionFile } from './question-file.ts'
import { runExample } from './run.ts'

/**
 * Reads a question and resolves its labels.
 * @throws Error where the file is missing, malformed, or names a label the example does not have: the build stops
 */
export function readQuestion(id: string, folder?: string): Question {
  const file = new QuestionFile(id, folder)
  if (file.kind !== 'printed') return file.fail(`is of the kind "${file.kind}", not "printed"`)
  file.only('of', 'at', 'misread')
  const lines = file.texts('at').map((label) => file.line(label))
  const misread = file.entries('misread').map(([slip, changed]) => {
    const program = parseExample(`${file.example.id} (${slip})`, file.rewritten(changed))
    const { viewer } = runExample(program)
    if (viewer === null) return file.fail(`has a program for "${slip}" that does not run`)
    const prints = lines.map((line) => [line, printedAt(viewer, line)] as const)
    return [slip, Object.fromEntries(prints.filter(([, text]) => text !== null))] as const
  })
  return {
    id,
    kind: 'printed',
    example: file.example.id,
    of: file.has('of') ? file.text('of') : '',
    lines,
    ...(misread.length > 0 && { misread: Object.fromEntries(misread) as Record<string, Record<number, string>> }),
  }
}
