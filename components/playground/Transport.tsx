// Start, back, play, forward, end, and the slider with its marks. On a phone these stay at the lower edge of the window; what
// is set more rarely stands below the picture.

import type { Grain } from '../../src/simulator/client.ts'
import { Keys } from './Keys.tsx'
import { MarkLegend, MarkTrack } from './MarkTrack.tsx'
import { GRAINS } from './moment-link.ts'
import { Sign } from './Sign.tsx'
import { type Session, SPEEDS } from './session.ts'
import type { Say } from './words.ts'

export function Transport({ session, say }: { session: Session; say: Say }) {
  const view = session.view.value
  if (!view || !session.ran.value) return null
  const { step, last } = view
  const go = (to: number) => session.jump(to)
  const playing = session.playing.value
  return (
    <div class="transport" role="group" aria-label={say('play.transport')}>
      <div class="transport-bar">
        <div class="transport-buttons">
          <button type="button" aria-label={say('play.start')} disabled={step === 0} onClick={() => go(0)}>
            <Sign name="start" />
          </button>
          <button type="button" aria-label={say('play.back')} disabled={step === 0} onClick={() => go(step - 1)}>
            <Sign name="back" />
          </button>
          <button
            type="button"
            aria-label={say(playing ? 'play.pause' : 'play.play')}
            onClick={() => (playing ? session.pause() : session.play())}
          >
            <Sign name={playing ? 'pause' : 'play'} />
          </button>
          <button type="button" aria-label={say('play.forward')} disabled={step === last} onClick={() => go(step + 1)}>
            <Sign name="forward" />
          </button>
          <button type="button" aria-label={say('play.end')} disabled={step === last} onClick={() => go(last)}>
            <Sign name="end" />
          </button>
        </div>
        <div class="transport-track">
          <input
            type="range"
            aria-label={say('play.slider')}
            aria-valuetext={say('play.step', { step, last })}
            min={0}
            max={last}
            value={step}
            onInput={(event) => go(Number(event.currentTarget.value))}
            onKeyDown={(event) => {
              // What moves a slider moves this one, by its own means.
              if (/^(Arrow|Page|Home|End)/.test(event.key)) event.stopPropagation()
            }}
          />
          <MarkTrack session={session} say={say} />
        </div>
        <span class="transport-step">{say('play.stepShort', { step, last })}</span>
      </div>
      <div class="transport-more">
        <label class="transport-grain">
          <span class="visually-hidden">{say('play.grain')}</span>
          <select onChange={(event) => void session.stepBy(event.currentTarget.value as Grain)}>
            {GRAINS.map((grain) => (
              <option key={grain} value={grain} selected={grain === session.grain.value}>
                {say(`play.grain.${grain}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="transport-speed">
          <span class="visually-hidden">{say('play.speed')}</span>
          <select
            onChange={(event) => {
              session.speed.value = Number(event.currentTarget.value)
            }}
          >
            {SPEEDS.map((speed, i) => (
              <option key={speed} value={speed} selected={speed === session.speed.value}>
                {say(`play.speed.${i}`)}
              </option>
            ))}
          </select>
        </label>
        <Keys say={say} />
        <MarkLegend session={session} say={say} />
        <label class="transport-hints">
          <input
            type="checkbox"
            checked={session.hints.value}
            onChange={(event) => {
              session.hints.value = event.currentTarget.checked
            }}
          />{' '}
          {say('play.hints')}
        </label>
      </div>
    </div>
  )
}
