// Questions about what lines print: content/questions/<topic>/<name>.yaml. Build time only.
//
//   kind: printed          what the labelled lines print
//   example: counting/aliases
//   of: a                  the name whose object is counted, where counts are asked for
//   at: [one-name, two-names, one-again]
//   misread:               the program as learners with a misconception read it; its run gives the number they expect
//     aliasCopies: { alias: 'b = a[:]' }
//   twin: …                the program of the second try, see twins.ts

import { printedAt } from '../quiz/moments.ts'
import type { Question } from '../quiz/question.ts'
import { type Example, parseExample } from './example.ts'
import { QuestionFile } from './question-file.ts'
import { runExample } from './run.ts'
import { Twin } from './twins.ts'

/** Labelled lines, written otherwise. */
type Lines = Readonly<Record<string, unknown>>

/**
 * Reads a question and resolves its labels.
 * @throws Error where the file is missing, malformed, or names a label the example does not have: the build stops
 */
export function readQuestion(id: string, folder?: string): Question {
  const file = fileOf(id, folder)
  const programOf = (changed: Lines) => parseExample(file.example.id, file.rewritten(changed))
  return {
    ...asked(file, file.entries('misread'), programOf),
    id,
    example: file.example.id,
    of: file.has('of') ? file.text('of') : '',
  }
}

/** What the second try asks, and its program; `null` where it is about the first program again. */
export function readTwin(id: string, folder?: string): { question: Question; example: Example } | null {
  const file = fileOf(id, folder)
  if (!file.has('twin')) return null
  const twin = new Twin(file)
  const example = twin.program()
  const of = file.has('of') ? twin.renamed(file.text('of')) : ''
  return {
    example,
    question: {
      ...asked(file, twin.misread, (changed) => twin.program(changed)),
      id: `${id}/twin`,
      example: example.id,
      of,
    },
  }
}

function fileOf(id: string, folder?: string): QuestionFile {
  const file = new QuestionFile(id, folder)
  if (file.kind !== 'printed') return file.fail(`is of the kind "${file.kind}", not "printed"`)
  file.only('of', 'at', 'misread', 'twin')
  return file
}

/** The lines that are asked about, and what they print in the programs of the misconceptions. */
function asked(
  file: QuestionFile,
  slips: readonly (readonly [slip: string, changed: Lines])[],
  programOf: (changed: Lines) => Example,
): Pick<Question, 'kind' | 'lines' | 'misread'> {
  const lines = file.texts('at').map((label) => file.line(label))
  const misread = slips.map(([slip, changed]) => {
    const { viewer } = runExample(programOf(changed))
    if (viewer === null) return file.fail(`has a program for "${slip}" that does not run`)
    const prints = lines.map((line) => [line, printedAt(viewer, line)] as const)
    return [slip, Object.fromEntries(prints.filter(([, text]) => text !== null))] as const
  })
  return {
    kind: 'printed',
    lines,
    ...(misread.length > 0 && { misread: Object.fromEntries(misread) as Record<string, Record<number, string>> }),
  }
}
