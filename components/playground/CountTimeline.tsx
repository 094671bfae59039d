// The count of the chosen object over the whole run: a step chart, the changes near the shown step with their causes, and
// the ways to the change before, the next one, and the end of the object.

import { useMemo } from 'preact/hooks'
import { CHART, countPath, mostOf, nextOf, previousOf } from '../../src/scene/track.ts'
import type { CountChange, ObjectTimeline } from '../../src/simulator/client.ts'
import { holderText } from './Ledger.tsx'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  session: Session
  say: Say
  timeline: ObjectTimeline
}

export function CountTimeline({ session, say, timeline }: Props) {
  const step = session.view.value?.step ?? 0
  const { steps, counts, born, died, last, changes } = timeline
  const [most, path] = useMemo(() => [mostOf(counts), countPath(steps, counts, last)], [timeline])
  const before = previousOf(steps, step)
  const after = nextOf(steps, step)
  const x = last === 0 ? 0 : (step / last) * CHART.width
  const said = died < 0 ? say('play.timelineSaid', { born, most }) : say('play.timelineDied', { born, died, most })
  const goTo = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect()
    session.jump(nearest(steps, ((event.clientX - box.left) / box.width) * last))
  }
  return (
    <div class="timeline">
      <p class="timeline-title">{say('play.timeline')}</p>
      <div class="timeline-ways">
        <Way name={say('play.toChangeBefore')} to={before} session={session} />
        <Way name={say('play.toChangeAfter')} to={after} session={session} />
        {died >= 0 && <Way name={say('play.toDeath')} to={step < died ? died : undefined} session={session} />}
      </div>
      <div class="timeline-chart">
        <span aria-hidden="true">{most}</span>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list below leads to the same steps */}
        <svg
          viewBox={`0 0 ${CHART.width} ${CHART.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={said}
          onClick={goTo}
        >
          <path class="timeline-floor" d={`M0 ${CHART.height}H${CHART.width}`} />
          <path class="timeline-now" d={`M${x} 0V${CHART.height}`} />
          <path class="timeline-count" d={path} />
        </svg>
        <span aria-hidden="true">0</span>
      </div>
      <p class="timeline-title">{say('play.changes')}</p>
      <ol class="timeline-changes">
        {changes.map((change) => (
          <li key={change.step} aria-current={change.step === step ? 'step' : undefined}>
            <button type="button" class="link" onClick={() => session.jump(change.step)}>
              {change.line === 0 ? say('play.changeStart') : say('play.changeLine', { line: change.line })}
              <span class="visually-hidden">
                , {say('play.toStep', { step: change.step })}: {numbers(change, say)}
              </span>
            </button>
            <span class="timeline-numbers">{numbers(change, say)}</span>
            <Causes change={change} say={say} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Way({ name, to, session }: { name: string; to: number | undefined; session: Session }) {
  return (
    <button type="button" aria-disabled={to === undefined} onClick={() => session.jump(to)}>
      {name}
    </button>
  )
}

function numbers({ from, to }: CountChange, say: Say): string {
  return say('play.changeStep', { from, to })
}

function Causes({ change, say }: { change: CountChange; say: Say }) {
  const { gained, lost } = change
  if (gained.length + lost.length === 0) return <span class="timeline-causes">{say('play.changedInside')}</span>
  return (
    <span class="timeline-causes">
      {gained.map((row, i) => (
        <span key={`gained ${i}`}>
          {say('play.gained')} {holderText(row, say)}
        </span>
      ))}
      {lost.map((row, i) => (
        <span key={`lost ${i}`}>
          {say('play.lost')} {holderText(row, say)}
        </span>
      ))}
    </span>
  )
}

function nearest(steps: readonly number[], wanted: number): number | undefined {
  return steps.reduce<number | undefined>(
    (best, step) => (best === undefined || Math.abs(step - wanted) < Math.abs(best - wanted) ? step : best),
    undefined,
  )
}
