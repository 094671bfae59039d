// Questions with choices: content/questions/<topic>/<name>.yaml. Build time only.
//
//   kind: frees            at which of these lines is the object freed that `of` means after the line `at`?
//   at: bind
//   of: a
//   lines: [unbind, free]  'never' may be among them
//
//   kind: holds            who holds, after the line `at`, the object that `of` means?
//   at: rebind
//   of: b
//   offered: [a, b]        expressions: names, box[0], point.x
//
//   kind: dies             which of these objects die at the line `at`?
//   at: clear
//   offered: [a, box]
//
//   kind: why              which explanation is true of the moment after the line `at`?
//   at: append
//   because:
//     one-list: { claim: { same: [a, b] }, says: { en: …, zh-cn: … }, because: { en: …, zh-cn: … } }
//
//   kind: ledger           which rows of its ledger hold, after the line `at`, the object that `of` means?
//   kind: generation       in which of the collector's lists is that object?
//   kind: size             in a block of how many bytes does that object lie?
//   sizes: [48, 64, 80]
//
// `ask` is the question in words, by language.

import { type Choice, type ChoiceQuestion, choicesOf, type Explanation, NEVER, pictured } from '../quiz/choice.ts'
import { type Claim, claimForms } from '../quiz/claims.ts'
import { generations } from '../quiz/lands.ts'
import type { Viewer } from '../scene/view.ts'
import { readExample } from './example.ts'
import { QuestionFile } from './question-file.ts'
import { runExample } from './run.ts'

const fields: Readonly<Record<ChoiceQuestion['kind'], readonly string[]>> = {
  frees: ['of', 'lines'],
  holds: ['of', 'offered'],
  ledger: ['of'],
  dies: ['offered'],
  generation: ['of'],
  size: ['of', 'sizes'],
  why: ['because'],
}

/**
 * Reads a question with choices.
 * @throws Error where the file is missing, malformed, or names a label the example does not have: the build stops
 */
export function readChoice(id: string, folder?: string): ChoiceQuestion {
  const file = new QuestionFile(id, folder)
  const kind = file.kind as ChoiceQuestion['kind']
  if (!Object.hasOwn(fields, kind)) return file.fail(`is of the kind "${kind}", which has no choices`)
  file.only('at', 'ask', ...fields[kind])
  const explanations = Object.fromEntries(file.entries('because').map((entry) => [entry[0], explanation(file, entry)]))
  const offered: Readonly<Record<ChoiceQuestion['kind'], () => readonly string[]>> = {
    frees: () => file.texts('lines').map((label) => (label === NEVER ? NEVER : String(file.line(label)))),
    holds: () => file.texts('offered'),
    ledger: () => [],
    dies: () => file.texts('offered'),
    generation: () => generations,
    size: () => file.texts('sizes'),
    why: () => Object.keys(explanations),
  }
  return {
    id,
    kind,
    example: file.example.id,
    ask: file.words('ask'),
    line: file.line(file.text('at')),
    of: fields[kind].includes('of') ? file.text('of') : '',
    offered: offered[kind](),
    explanations,
  }
}

function explanation(
  file: QuestionFile,
  [name, stated]: readonly [string, Readonly<Record<string, unknown>>],
): Explanation {
  const claim = (stated.claim ?? {}) as Claim
  const forms = Object.keys(claim)
  if (forms.length === 0 || forms.some((form) => !claimForms.includes(form)))
    return file.fail(`needs a claim for "${name}" (there are: ${claimForms.join(', ')})`)
  return {
    claim,
    says: file.wordsOf(stated.says, `${name}, says`),
    because: file.wordsOf(stated.because, `${name}, because`),
  }
}

/** The choices of a question, judged by the run under a version (the default one where none is named). */
export function judgedChoices(question: ChoiceQuestion, python?: string): Choice[] {
  return choicesOf(viewerOf(question, python), question)
}

/** What `dies` shows, to be clicked; `null` for the other kinds. */
export function pictureOf(question: ChoiceQuestion) {
  return question.kind === 'dies' ? pictured(viewerOf(question), question) : null
}

function viewerOf({ id, example }: ChoiceQuestion, python?: string): Viewer {
  const { viewer } = runExample(readExample(example), python)
  if (viewer === null) throw new Error(`${id}: ${example} does not run`)
  return viewer
}
