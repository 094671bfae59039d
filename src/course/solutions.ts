// The solutions of all tasks, as programs: run in real interpreters too, since a task says what its goal prints. Build time
// only.

import { globSync } from 'node:fs'
import { type Example, parseExample } from './example.ts'
import { QuestionFile, questionFolder } from './question-file.ts'

/** The solutions, by the ids of their tasks: `solutions/cycles/break-the-ring`. */
export function solutionPrograms(): readonly Example[] {
  return globSync('**/*.yaml', { cwd: questionFolder })
    .map((name) => new QuestionFile(name.replaceAll('\\', '/').slice(0, -'.yaml'.length)))
    .filter(({ kind }) => kind === 'try')
    .map((file) => parseExample(`solutions/${file.id}`, file.rewritten(Object.fromEntries(file.entries('solution')))))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
