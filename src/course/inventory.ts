// What the course asks: its questions by lesson and by what has to be said, the slips they know, the words of each lesson.
// Read from the files and from the runs, so that the rules of the syllabus can be checked. Build time only.

import { defaultLocale } from '../i18n/locales.ts'
import { answers } from '../quiz/answers.ts'
import type { Answer } from '../quiz/question.ts'
import { type Example, readExample } from './example.ts'
import { lessonQuestions, lessonsIn, lessonText } from './lesson-text.ts'
import { QuestionFile } from './question-file.ts'
import { readQuestion, readTwin } from './questions.ts'
import { runExample } from './run.ts'

/** What has to be said to answer. The first five are told apart by the line that is asked about. */
export const askedKinds = [
  'count',
  'identity',
  'collected',
  'finalizers',
  'output',
  'frees',
  'dies',
  'holds',
  'ledger',
  'generation',
  'size',
  'why',
  'try',
] as const
export type AskedKind = (typeof askedKinds)[number]

/** One question of a lesson. */
export interface Inventoried {
  readonly id: string
  /** In the order of `askedKinds`; a prediction can ask for several. */
  readonly kinds: readonly AskedKind[]
  /** The slips its reasons are about, at the first and at the second try. */
  readonly slips: readonly string[]
  /** Whether the second try is about a second program. */
  readonly hasTwin: boolean
}

/** A lesson. */
export interface LessonInventory {
  readonly slug: string
  /** Words of its English text, without programs, tags and code. */
  readonly words: number
  readonly questions: readonly Inventoried[]
}

/** Every lesson, in order. */
export function inventory(): readonly LessonInventory[] {
  return lessonsIn(defaultLocale).map((slug) => ({
    slug,
    words: wordCount(lessonText(defaultLocale, slug)),
    questions: lessonQuestions(slug).map(inventoried),
  }))
}

function inventoried(id: string): Inventoried {
  const { kind } = new QuestionFile(id)
  if (kind !== 'printed') return { id, kinds: [kind as AskedKind], slips: [], hasTwin: false }
  const question = readQuestion(id)
  const first = readExample(question.example)
  const twin = readTwin(id)
  const said = answersOf(first, question)
  const again = twin ? answersOf(twin.example, twin.question) : []
  const found = new Set(said.map((answer) => kindOf(first, answer)))
  const slips = new Set([...said, ...again].flatMap((answer) => Object.keys(answer.slips)))
  return { id, kinds: askedKinds.filter((each) => found.has(each)), slips: [...slips].sort(), hasTwin: twin !== null }
}

function answersOf(example: Example, question: Parameters<typeof answers>[1]): readonly Answer[] {
  const { viewer } = runExample(example)
  if (viewer === null) throw new Error(`${question.id}: ${example.id} does not run`)
  return answers(viewer, question)
}

/** What a line asks for: by the form of what it prints, who is counted, and what stands in it. */
function kindOf({ display }: Example, { line, form, holders }: Answer): AskedKind {
  if (form === 'truth') return 'identity'
  if (/gc\.collect\(/.test(display.split('\n')[line - 1])) return 'collected'
  if (form === 'number') return holders.length > 0 ? 'count' : 'output'
  return /def __del__/.test(display) ? 'finalizers' : 'output'
}

/** Words of a lesson's prose: without its head, programs, tags and code. */
function wordCount(text: string): number {
  const prose = text
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/^```[\s\S]*?^```/gm, ' ')
    .replace(/<(?:[^>"']|"[^"]*"|'[^']*')*>/g, ' ')
    .replace(/`[^`]*`/g, ' ')
  return prose.match(/\p{L}[\p{L}'’-]*/gu)?.length ?? 0
}
