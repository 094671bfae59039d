// Notes of every try, for a class: off until the learner wants them, and handed over by the learner as a file.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Kept } from '../../src/course/progress-file.ts'
import { keepTries, notedTries, type Try, triesAsTable } from '../../src/course/tries.ts'
import { dayOf } from '../../src/quiz/days.ts'
import type { Say } from '../playground/words.ts'
import type { Done } from './ProgressPage.tsx'
import { saveFile } from './save-file.ts'

interface Props {
  say: Say
  /** Noted anew whenever it changes, in this tab or another. */
  kept: Kept
  onDone: (done: Done) => void
}

export function ClassNotes({ say, kept, onDone }: Props) {
  const tries = useSignal<readonly Try[] | null>(null)
  const show = () => {
    tries.value = notedTries()
  }
  useEffect(show, [kept])

  function want(wanted: boolean) {
    const before = tries.value
    const stored = keepTries(wanted ? [] : null)
    show()
    if (!stored) onDone({ text: say('progress.notes.refused'), undo: null })
    else if (!wanted && before !== null && before.length > 0)
      onDone({
        text: say('progress.notes.dropped'),
        undo: () => {
          keepTries(before)
          show()
        },
      })
  }

  return (
    <section class="needs-script" aria-labelledby="progress-notes">
      <h2 id="progress-notes">{say('progress.notes')}</h2>
      <p>{say('progress.notes.lead')}</p>
      <div class="play-bar">
        <label class="progress-wish">
          <input
            type="checkbox"
            checked={tries.value !== null}
            onChange={(event) => {
              want(event.currentTarget.checked)
              // A wish that was refused is not shown as granted.
              event.currentTarget.checked = tries.value !== null
            }}
          />
          {say('progress.notes.keep')}
        </label>
        {tries.value !== null && tries.value.length > 0 && (
          <>
            <span class="progress-count">{say('progress.notes.count', { count: tries.value.length })}</span>
            <button
              type="button"
              onClick={() =>
                saveFile(`heapwise-tries-${dayOf(new Date())}.csv`, 'text/csv', triesAsTable(tries.value ?? []))
              }
            >
              {say('progress.notes.export')}
            </button>
          </>
        )}
      </div>
    </section>
  )
}
