// A drill is run before it is asked: the run gives the answers, the runs of its twins what the misconceptions would give.
// A drill that is not clear is not asked at all.

import type { Answer, Question } from '../question.ts'
import type { Drill } from './drill.ts'

/** What runs programs: the simulator in its worker, or beside a test. */
export interface Runner {
  run(source: string, python: string): Promise<{ readonly outcome: { readonly kind: string }; readonly stdout: string }>
  /** About the last run. */
  answers(question: Question): Promise<readonly Answer[]>
}

/** A drill with what its run says. */
export interface AskedDrill {
  readonly drill: Drill
  readonly question: Question
  readonly answers: readonly Answer[]
}

/** Runs a drill under a version; `null` where it is not clear what the answer is. */
export async function askDrill(runner: Runner, drill: Drill, python: string): Promise<AskedDrill | null> {
  const { of, lines } = drill
  const example = `practice/${drill.idea}`
  const plain: Question = { id: example, kind: 'printed', example, of, lines }
  const misread: Record<string, Record<number, string>> = {}
  for (const twin of drill.twins) {
    await runner.run(twin.source, python)
    const prints = await runner.answers({ ...plain, of: '', lines: twin.lines })
    misread[twin.slip] = Object.fromEntries(
      prints.flatMap(({ line, printed }) => (printed === null ? [] : [[line, printed]])),
    )
  }
  const { outcome, stdout } = await runner.run(drill.source, python)
  if (outcome.kind !== 'finished') return null
  const question = { ...plain, misread }
  const answers = await runner.answers(question)
  return isClear(stdout, answers) ? { drill, question, answers } : null
}

/** The largest number that is asked for: larger ones are those of immortal or widely shared objects. */
const LARGEST = 99

/** Each line asked about prints once, a small number or True or False, and nothing else is printed. */
export function isClear(stdout: string, answers: readonly Pick<Answer, 'printed' | 'form'>[]): boolean {
  const printed = answers.map((answer) => answer.printed ?? '')
  const single = stdout.trimEnd().split('\n').sort().join('\n') === [...printed].sort().join('\n')
  return single && answers.every(({ form, printed: text }) => form === 'truth' || isSmall(form, text))
}

function isSmall(form: Answer['form'], text: string | null): boolean {
  return form === 'number' && Number(text) >= 0 && Number(text) <= LARGEST
}
