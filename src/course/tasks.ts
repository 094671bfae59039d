// Tasks in the editor: content/questions/<topic>/<name>.yaml. Build time only.
//
//   kind: try
//   example: names/alias
//   goal: |                what the changed program has to print
//     …
//   keep: [append]         labels of lines that have to stay, and to run if the solution runs them
//   solution: { rebind: 'a = b' }   lines written otherwise; the tests run it
//   ask, hints             in words, by language; two hints
//   forbid:                what the lines the learner has written may not do, each with what is said to who does it
//     collector: { uses: [gc], says: { en: …, zh-cn: … } }   also `binds: [b]` and `writes: [tea]`, see quiz/own-code.ts
//   trials:                lines put in before labelled lines that are kept, or at the end (`over`): the program has to run to its end
//     known: { insert: { over: 'assert len(seen) == 1' }, says: … }
//   shortcuts: { mine: { ring: 'pass' } }   what a learner might write to get around it; the tests see that it is refused

import { beforeLine } from '../quiz/moments.ts'
import type { Forbidden, KeptLine, Task, Trial } from '../quiz/task.ts'
import { parseExample } from './example.ts'
import { QuestionFile } from './question-file.ts'
import { runExample } from './run.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a task.
 * @throws Error where the file is missing, malformed, or names a label the example does not have: the build stops
 */
export function readTask(id: string, folder?: string): Task {
  const file = new QuestionFile(id, folder)
  if (file.kind !== 'try') return file.fail(`is of the kind "${file.kind}", not "try"`)
  file.only('goal', 'keep', 'solution', 'ask', 'hints', 'forbid', 'trials', 'shortcuts')
  const solution = file.rewritten(Object.fromEntries(file.entries('solution')))
  const hints = file.entries('hints').map(([name, words]) => file.wordsOf(words, `hints, ${name}`))
  if (hints.length !== 2) return file.fail('needs two hints')
  const [forbid, trials] = [file.entries('forbid'), file.entries('trials')]
  return {
    id,
    example: file.example.id,
    ask: file.words('ask'),
    goal: file.text('goal'),
    keep: keptLines(file, solution),
    forbid: forbid.map(([name, rule]) => forbidden(file, name, rule)),
    trials: trials.map(([name, trial]) => trialOf(file, name, trial)),
    refusals: [...forbid, ...trials].map(([name, { says }]) => file.wordsOf(says, `${name}, says`)),
    hints: [hints[0], hints[1]],
    source: file.example.display,
    solution,
  }
}

/** Programs a learner might write to get around a task, by name. For the tests. */
export function shortcutsOf(id: string): readonly [name: string, source: string][] {
  const file = new QuestionFile(id)
  return file.entries('shortcuts').map(([name, lines]) => [name, file.rewritten(lines)])
}

function keptLines(file: QuestionFile, solution: string): KeptLine[] {
  const lines = file.example.display.split('\n')
  const { viewer } = runExample(parseExample(file.id, solution))
  if (viewer === null) return file.fail('has a solution that does not run')
  const written = solution.split('\n')
  let from = 0
  return file.texts('keep').map((label) => {
    const text = lines[file.line(label) - 1]
    from = written.indexOf(text, from) + 1
    if (from === 0) file.fail(`has a solution without the line "${label}" that has to be kept`)
    return { text, runs: beforeLine(viewer, from) >= 0 }
  })
}

function forbidden(file: QuestionFile, name: string, { says: _, ...rule }: Fields): Forbidden {
  const strange = Object.keys(rule).filter((field) => !['uses', 'binds', 'writes'].includes(field))
  if (strange.length > 0 || Object.keys(rule).length === 0) return file.fail(`does not say what "${name}" forbids`)
  return { uses: [], binds: [], writes: [], ...rule }
}

function trialOf(file: QuestionFile, name: string, { insert }: Fields): Trial {
  const keep = file.texts('keep')
  const inserted = Object.entries((insert ?? {}) as Fields)
  if (inserted.length === 0) return file.fail(`inserts nothing in the trial "${name}"`)
  return inserted.map(([label, text]) => {
    if (label !== 'over' && !keep.includes(label)) file.fail(`has a trial "${name}" before a line that is not kept`)
    return { before: label === 'over' ? label : keep.indexOf(label), text: String(text) }
  })
}
