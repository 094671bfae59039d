// The collector: its generations as lanes, and a collection of the run phase by phase.

import type { CollectorScene, Lane, Shown } from '../../src/scene/collector.ts'
import { Marked } from '../playground/Figure.tsx'
import { useLatest } from '../playground/latest.ts'
import type { Session } from '../playground/session.ts'
import type { Say } from '../playground/words.ts'
import { Candidates } from './Candidates.tsx'

interface Props {
  session: Session
  say: Say
}

export function CollectorPanel({ session, say }: Props) {
  const scene = useLatest<CollectorScene>(() => session.collector(), [session.view.value])
  if (!scene) return <div class="panel" aria-busy="true" />
  const select = (address: number) => session.landmarks.choose(address)
  return (
    <div class="panel collector" role="group" aria-label={say('play.view.collector')} data-moment={scene.moment}>
      {!scene.enabled && <p class="panel-text">{say('collector.disabled')}</p>}
      <ul class="lanes">
        {scene.lanes.map((lane) => (
          <LaneRow
            key={lane.generation}
            lane={lane}
            selected={session.landmarks.chosen.value}
            say={say}
            select={select}
          />
        ))}
      </ul>
      <p class="panel-text">
        <Marked text={say(`collector.rule.${scene.rule}`, { ...scene.waiting })} />
      </p>
      {scene.shown ? (
        <Collection
          shown={scene.shown}
          of={scene.collections}
          selected={session.landmarks.chosen.value}
          say={say}
          select={select}
          go={(moment) => void session.goToMoment(moment, 'instruction')}
        />
      ) : (
        <p class="panel-text">{say('collector.none')}</p>
      )}
    </div>
  )
}

interface LaneProps {
  lane: Lane
  selected: number
  say: Say
  select: (object: number) => void
}

const BAR = { width: 240, height: 10 } as const

function LaneRow({ lane, selected, say, select }: LaneProps) {
  const { generation, role, count, threshold, level, objects, own, hidden } = lane
  return (
    <li class={`lane ${role}`} data-generation={generation}>
      <p class="lane-head">
        <strong>{say(`collector.lane.${role}`, { generation })}</strong>
        <span>{say('collector.objects', { objects, own: own.length + hidden })}</span>
      </p>
      {role !== 'permanent' && (
        <div class="lane-count">
          {level !== null && (
            <svg viewBox={`0 0 ${BAR.width} ${BAR.height}`} preserveAspectRatio="none" aria-hidden="true">
              <rect class="lane-room" width={BAR.width} height={BAR.height} />
              <rect class="lane-level" width={level * BAR.width} height={BAR.height} />
            </svg>
          )}
          <span>{say(level === null ? 'collector.countOnly' : 'collector.count', { count, threshold })}</span>
        </div>
      )}
      {own.length > 0 && (
        <ul class="lane-objects">
          {own.map(({ object, type, name }) => (
            <li key={object}>
              <button type="button" aria-pressed={object === selected} onClick={() => select(object)}>
                {type} <code>{name}</code>
              </button>
            </li>
          ))}
          {hidden > 0 && <li>{say('play.hidden', { count: hidden })}</li>}
        </ul>
      )}
    </li>
  )
}

interface CollectionProps {
  shown: Shown
  /** How many collections there are. */
  of: number
  selected: number
  say: Say
  select: (object: number) => void
  go: (moment: number) => void
}

function Collection({ shown, of, selected, say, select, go }: CollectionProps) {
  const { number, generation, asked, phases, current, inside, start } = shown
  const back = current > 0 ? phases[current - 1].moment : current === 0 ? start : -1
  const on = inside ? (phases[current + 1]?.moment ?? -1) : (phases[0]?.moment ?? -1)
  return (
    <div class="collection-walk">
      <p class="panel-title">{say('collector.collection', { number, of })}</p>
      <p class="panel-text">{say(asked ? 'collector.asked' : 'collector.automatic', { generation })}</p>
      <div class="collection-buttons">
        <button type="button" disabled={back < 0} onClick={() => go(back)}>
          {say('collector.phaseBack')}
        </button>
        <button type="button" disabled={on < 0} onClick={() => go(on)}>
          {say('collector.phaseOn')}
        </button>
        {of > 1 && (
          <>
            <button type="button" disabled={shown.previous < 0} onClick={() => go(shown.previous)}>
              {say('collector.previous')}
            </button>
            <button type="button" disabled={shown.next < 0} onClick={() => go(shown.next)}>
              {say('collector.next')}
            </button>
          </>
        )}
      </div>
      {phases.length > 0 && (
        <ol class="phases" aria-label={say('collector.phases')}>
          {phases.map(({ phase, moment }, i) => (
            <li key={moment} class={i <= current ? 'done' : undefined}>
              <button type="button" aria-current={i === current ? 'step' : undefined} onClick={() => go(moment)}>
                {phase}
              </button>
            </li>
          ))}
        </ol>
      )}
      {/* The sentence above the views says it to a screen reader; here it stands beside its table. */}
      <p class="collector-said">
        <Marked text={sentence(shown, say)} />
      </p>
      {inside && shown.rows.length > 0 && (
        <Candidates rows={shown.rows} others={shown.others} selected={selected} say={say} select={select} />
      )}
    </div>
  )
}

/** What the phase just done has done. */
function sentence({ phases, current, inside, said, collected, uncollectable }: Shown, say: Say): string {
  if (phases.length === 0) return say('collector.marked')
  if (!inside) return say('collector.result', { collected, uncollectable })
  if (current < 0) return say('collector.before')
  return said.map(({ key, params }) => say(key, params)).join(' ')
}
