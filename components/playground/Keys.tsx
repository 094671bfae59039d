// The keys of a playground, listed behind "?".

import { useMemo } from 'preact/hooks'
import type { Say } from './words.ts'

const keys = [
  ['←', 'play.back'],
  ['→', 'play.forward'],
  ['Home', 'play.start'],
  ['End', 'play.end'],
  ['P', 'play.keys.play'],
  ['I', 'play.keys.grain'],
  ['O F G E B', 'play.keys.mark'],
  ['T', 'play.keys.toggle'],
  ['C', 'play.keys.change'],
  ['D', 'play.toDeath'],
  ['H', 'play.keys.hints'],
  ['+ −', 'play.keys.zoom'],
  ['0', 'play.keys.normal'],
  ['W', 'play.keys.whole'],
  ['L', 'play.keys.lookAt'],
  ['Esc', 'play.lookAtAll'],
  ['V', 'play.atoms'],
  ['Ctrl+Enter', 'play.run'],
  ['Ctrl+M', 'play.keys.leave'],
  ['?', 'play.keys'],
] as const

/** Lists made so far: each has a name of its own on the page, which `useId` gives only within one island. */
let made = 0

export function Keys({ say }: { say: Say }) {
  const id = useMemo(() => `keys-${++made}`, [])
  return (
    <>
      <button type="button" class="keys-button" popovertarget={id} aria-label={say('play.keys')}>
        ?
      </button>
      <div id={id} class="keys" popover="auto" role="note" aria-label={say('play.keys')}>
        <p class="keys-title">{say('play.keys')}</p>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{say(does)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}
