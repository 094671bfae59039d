// Judges programs for tasks as a page does, beside a test.

import { beforeLine } from '../quiz/moments.ts'
import { judgeTask, type TaskGoal, type TaskVerdict } from '../quiz/task.ts'
import { parse } from '../simulator/parser/index.ts'
import { findProfile } from '../simulator/profiles/index.ts'
import { parseExample } from './example.ts'
import { defaultVersion, runExample } from './run.ts'

/** What a task says to a program that a learner might write, under a version (the default one where none is named). */
export function verdictOn(task: TaskGoal, source: string, python = defaultVersion): Promise<TaskVerdict> {
  const ran = (text: string) => runExample(parseExample('a try', text), python)
  const { run, viewer } = ran(source)
  const tried = { source, stdout: run.stdout, stderr: run.stderr, finished: hasFinished(run.outcome.kind) }
  return judgeTask(task, tried, {
    hasRun: (line) => viewer !== null && beforeLine(viewer, line) >= 0,
    parse: (text) => treeOf(text, python),
    finishes: async (text) => ran(text).run.outcome.kind === 'finished',
  })
}

/** A page has no complaint about a program that ended itself. */
function hasFinished(kind: string): boolean {
  return kind === 'finished' || kind === 'exit'
}

/** The tree of a program; `null` where it is none. */
export function treeOf(source: string, python = defaultVersion) {
  const profile = findProfile(python)
  const parsed = profile ? parse(source, 'main.py', profile) : null
  return parsed?.kind === 'module' ? parsed.module : null
}
