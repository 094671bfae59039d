// The marks below the slider, a row for each kind, and the legend, whose buttons lead from mark to mark.

import { useMemo } from 'preact/hooks'
import { trackMarks } from '../../src/scene/track.ts'
import type { MarkKind } from '../../src/simulator/client.ts'
import { MARK_KINDS } from './landmarks.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

/** One shape for each kind, around the origin: what is freed is an outline here as in the picture. */
const SHAPES: Readonly<Record<MarkKind, string>> = {
  output: 'M-3.5 -1.75h7M-3.5 1.75h7',
  free: 'M-3.25 -3.25h6.5v6.5h-6.5z',
  collection: 'M0 -4.5L4.5 0L0 4.5L-4.5 0z',
  exception: 'M-3.25 -3.25L3.25 3.25M3.25 -3.25L-3.25 3.25',
  breakpoint: 'M-3.75 0a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0 -7.5 0z',
}

/** Height of a row, in CSS pixels. */
const ROW = 12

interface Props {
  session: Session
  say: Say
}

/** The kinds of which there is at least one mark. */
function kindsOf(session: Session): readonly MarkKind[] {
  const marks = session.landmarks.marks.value
  return MARK_KINDS.filter((kind) => (marks?.[kind].length ?? 0) > 0)
}

export function MarkTrack({ session, say }: Props) {
  const marks = session.landmarks.marks.value
  const last = session.view.value?.last ?? 0
  // A step further the same marks stand there: they are not made anew.
  return useMemo(() => {
    const kinds = kindsOf(session)
    if (!marks || kinds.length === 0) return null
    const goTo = (event: MouseEvent) => {
      const step = (event.target as Element).closest<SVGElement>('[data-step]')?.dataset.step
      if (step !== undefined) session.jump(Number(step))
    }
    return (
      // Hidden from screen readers: the legend's buttons and the keys lead to the same marks.
      <svg class="mark-track" aria-hidden="true" height={kinds.length * ROW} onClick={goTo}>
        {kinds.map((kind, row) =>
          trackMarks(marks[kind], last).map(({ at, step, count }) => (
            <svg key={`${kind} ${step}`} aria-hidden="true" x={`${at * 100}%`} y={row * ROW + ROW / 2} data-step={step}>
              <path class={`mark ${kind}`} d={SHAPES[kind]}>
                <title>
                  {say(count === 1 ? 'play.markAt' : 'play.marksAt', { what: say(`play.mark.${kind}`), step, count })}
                </title>
              </path>
            </svg>
          )),
        )}
      </svg>
    )
  }, [marks, last])
}

export function MarkLegend({ session, say }: Props) {
  const { landmarks } = session
  const step = session.view.value?.step ?? 0
  const kinds = kindsOf(session)
  if (kinds.length === 0) return null
  return (
    <ul class="mark-legend" aria-label={say('play.marks')}>
      {kinds.map((kind) => {
        const what = say(`play.mark.${kind}`)
        const { next, previous } = landmarks.beside(kind, step)
        return (
          <li key={kind}>
            <button
              type="button"
              aria-label={say('play.markPrevious', { what })}
              aria-disabled={previous === undefined}
              onClick={() => session.jump(previous)}
            >
              ‹
            </button>
            <span class="mark-name">
              <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
                <path class={`mark ${kind}`} d={SHAPES[kind]} />
              </svg>
              {what} <span class="mark-count">{landmarks.marks.value?.[kind].length}</span>
            </span>
            <button
              type="button"
              aria-label={say('play.markNext', { what })}
              aria-disabled={next === undefined}
              onClick={() => session.jump(next)}
            >
              ›
            </button>
          </li>
        )
      })}
    </ul>
  )
}
