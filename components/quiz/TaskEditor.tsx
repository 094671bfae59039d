// "Change it": the program in an editor, checked by what its run does. The picture shows the learner's own run.

import { signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { progress } from '../../src/course/progress.ts'
import type { TaskGoal, TaskVerdict } from '../../src/quiz/task.ts'
import { Editor } from '../playground/Editor.tsx'
import { Figure, Marked } from '../playground/Figure.tsx'
import { Program, type Token } from '../playground/Program.tsx'
import { Session } from '../playground/session.ts'
import { type Say, wordsFrom } from '../playground/words.ts'

interface Props {
  id: string
  task: TaskGoal
  /** What is said to who does what the task forbids. */
  refusals: readonly string[]
  tokens: readonly (readonly Token[])[]
  version: string
  messages: Record<string, string>
}

export default function TaskEditor({ id, task, refusals, tokens, version, messages }: Props) {
  const say = useMemo(() => wordsFrom(messages), [])
  const session = useMemo(() => new Session(task.source, null, version, [version]), [])
  const verdict = useMemo(() => signal<TaskVerdict | null>(null), [])
  const done = useMemo(() => signal(false), [])
  useEffect(() => {
    done.value = progress().get(id)?.state === 'right'
    return () => session.stop()
  }, [])

  async function check() {
    verdict.value = null
    const text = session.text.value
    await session.run()
    const last = session.view.value?.last ?? 0
    await session.go(last)
    const view = session.view.value
    const problem = session.problem.value
    if (!session.ran.value || !view) return
    const finished = problem === null
    const tried = { source: text, finished, stdout: view.stdout, stderr: problem?.text ?? '' }
    const judged = await session.judge(task, tried)
    // What was written meanwhile has not been judged.
    if (session.text.value !== text) return
    verdict.value = judged ?? { kind: 'stopped', message: say('try.tooLong') }
    if (verdict.value.kind === 'done') done.value = true
    const past = progress().get(id)
    progress().set(id, { tries: (past?.tries ?? 0) + 1, state: done.value ? 'right' : 'open', given: [text] })
  }

  return (
    <div class="play">
      {session.editing.value ? (
        <Editor session={session} say={say} />
      ) : (
        <Program session={session} say={say} tokens={tokens} moments={{}} prediction={null} />
      )}
      <div class="play-bar">
        {!session.editing.value && (
          <button
            type="button"
            class="primary"
            onClick={() => {
              session.editing.value = true
            }}
          >
            {say('play.edit')}
          </button>
        )}
        <button
          type="button"
          class={session.editing.value ? 'primary' : undefined}
          aria-busy={session.running.value}
          onClick={() => void check()}
        >
          {say(session.running.value ? 'play.running' : 'try.check')}
        </button>
        {(session.changed.value || session.editing.value) && (
          <button
            type="button"
            onClick={() => {
              session.reset()
              verdict.value = null
            }}
          >
            {say('play.reset')}
          </button>
        )}
        {session.setAside.value !== null && (
          <button type="button" onClick={() => session.bringBack()}>
            {say('play.bringBack')}
          </button>
        )}
      </div>
      <p class={`try-verdict ${verdict.value?.kind === 'done' ? 'right' : ''}`} role="status">
        <Marked text={told(verdict.value, done.value, refusals, say)} />
      </p>
      {session.ran.value || session.problem.value ? <Figure session={session} say={say} hidden={false} /> : null}
    </div>
  )
}

function told(verdict: TaskVerdict | null, done: boolean, refusals: readonly string[], say: Say): string {
  switch (verdict?.kind) {
    case 'done':
      return say('try.done')
    case 'lineMissing':
      return say('try.lineMissing', { line: verdict.line })
    case 'lineSkipped':
      return say('try.lineSkipped', { line: verdict.line })
    case 'forged':
      return say('try.forged', { name: verdict.name })
    case 'refused':
      return refusals[verdict.refusal]
    case 'stopped':
      return say('try.stopped', { message: verdict.message })
    case 'prints':
      if (verdict.got === '') return say('try.printsLess', { wanted: verdict.wanted })
      if (verdict.wanted === '') return say('try.printsMore', { got: verdict.got })
      return say('try.prints', { at: verdict.at, wanted: verdict.wanted, got: verdict.got })
    default:
      return done ? say('try.doneBefore') : ''
  }
}
