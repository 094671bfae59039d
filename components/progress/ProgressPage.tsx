// What the learner has done, lesson by lesson, with the ways to take it along, bring it back and start over. Whatever is
// taken away can be brought back until the page is left.

import { useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { progress } from '../../src/course/progress.ts'
import { differing, type Kept, mergeKept, nothingKept, readKept } from '../../src/course/progress-file.ts'
import { wordsFrom } from '../playground/words.ts'
import { Ideas, type ShownIdea } from '../practice/Ideas.tsx'
import { ClassNotes } from './ClassNotes.tsx'
import { LessonRows, type ShownPart } from './LessonRows.tsx'
import StorageTrouble from './StorageTrouble.tsx'
import { saveKept } from './save-file.ts'

interface Props {
  parts: readonly ShownPart[]
  /** The ideas of the drills. */
  ideas: Readonly<Record<string, ShownIdea>>
  /** Language tag, for dates. */
  language: string
  messages: Record<string, string>
}

/** What was just done, and how it is undone. */
export interface Done {
  readonly text: string
  readonly undo: (() => void) | null
}

export default function ProgressPage({ parts, ideas, language, messages }: Props) {
  const say = useMemo(() => wordsFrom(messages), [])
  const kept = useSignal<Kept>(nothingKept)
  const done = useSignal<Done | null>(null)
  const undoButton = useRef<HTMLButtonElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const show = () => {
      kept.value = progress().kept
    }
    show()
    return progress().watch(show)
  }, [])
  // What was pressed may be gone now: the way back is the next thing to reach.
  useEffect(() => undoButton.current?.focus({ preventScroll: true }), [done.value])

  const questions = parts.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.questions))
  const states = questions.map((id) => kept.value.questions[id]?.state)
  const answered = states.filter((state) => state === 'right' || state === 'shown').length
  const right = states.filter((state) => state === 'right').length
  const elsewhere = Object.keys(kept.value.questions).filter((id) => !questions.includes(id)).length

  /** Makes a change that `back` undoes. */
  function change(make: (kept: Kept) => Kept, text: string, back: (now: Kept, before: Kept) => Kept) {
    const before = progress().kept
    progress().change(make)
    done.value = { text, undo: () => progress().change((now) => back(now, before)) }
  }

  function resetLesson(number: string, ids: readonly string[]) {
    const without = ({ questions: all, ...rest }: Kept): Kept => ({
      ...rest,
      questions: Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id))),
    })
    change(without, say('progress.wasReset', { number }), (now, before) => {
      const back = Object.entries(before.questions).filter(([id]) => ids.includes(id))
      return { ...now, questions: { ...now.questions, ...Object.fromEntries(back) } }
    })
  }

  async function importFile(file: File) {
    const brought = readKept(await file.text())
    if (brought === null) {
      done.value = { text: say('progress.notImported'), undo: null }
      return
    }
    const count = differing(mergeKept(progress().kept, brought), progress().kept)
    change(
      (now) => mergeKept(now, brought),
      say('progress.imported', { count }),
      (_, before) => before,
    )
  }

  return (
    <div class="progress">
      <StorageTrouble messages={messages} />
      <p class="progress-sum needs-script">
        {answered === 0 ? say('progress.none') : say('progress.sum', { answered, all: questions.length, right })}
      </p>
      <LessonRows parts={parts} questions={kept.value.questions} say={say} onReset={resetLesson} />
      {elsewhere > 0 && <p class="progress-note">{say('progress.elsewhere', { count: elsewhere })}</p>}
      <Ideas ideas={ideas} cards={kept.value.ideas} say={say} language={language} />
      <section class="needs-script" aria-labelledby="progress-yours">
        <h2 id="progress-yours">{say('progress.yours')}</h2>
        <p>{say('progress.yours.lead')}</p>
        <div class="play-bar">
          <button type="button" onClick={() => saveKept(progress().kept)}>
            {say('progress.export')}
          </button>
          <button type="button" onClick={() => chooser.current?.click()}>
            {say('progress.import')}
          </button>
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={say('progress.import')}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0]
              if (file) void importFile(file)
              // The same file may be chosen again.
              currentTarget.value = ''
            }}
          />
          <button
            type="button"
            class="quiet"
            onClick={() =>
              change(
                () => nothingKept,
                say('progress.allReset'),
                (now, before) => mergeKept(before, now),
              )
            }
          >
            {say('progress.resetAll')}
          </button>
        </div>
      </section>
      <ClassNotes say={say} kept={kept.value} onDone={(what) => (done.value = what)} />
      <div class={`progress-done ${done.value ? 'said' : ''}`} role="status">
        {done.value?.text}{' '}
        {done.value?.undo && (
          <button
            type="button"
            class="link"
            ref={undoButton}
            onClick={() => {
              done.value?.undo?.()
              done.value = { text: say('progress.undone'), undo: null }
            }}
          >
            {say('progress.undo')}
          </button>
        )}
      </div>
    </div>
  )
}
