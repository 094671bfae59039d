// The picture as a table, for those who read better than they see: every name, object, count and arrow of it in words.

import type { Signal } from '@preact/signals'
import type { ObjectBox, Scene } from '../../src/scene/scene.ts'
import { type Held, type ObjectName, tableOf } from '../../src/scene/table.ts'
import { holderText } from '../playground/Ledger.tsx'
import type { Say } from '../playground/words.ts'

interface Props {
  scene: Scene
  /** Whether it is unfolded. */
  open: Signal<boolean>
  say: Say
}

/** Folded away until it is asked for; once open it follows the steps. */
export function SceneTable({ scene, open, say }: Props) {
  return (
    <details
      class="scene-table"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>{say('play.table')}</summary>
      {open.value && <Tables scene={scene} say={say} />}
    </details>
  )
}

function Tables({ scene, say }: Omit<Props, 'open'>) {
  const { frames, objects } = tableOf(scene)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls
    <div class="panel-scroll long table" tabIndex={0} role="group" aria-label={say('play.table')}>
      <table>
        <caption>{say('play.table.frames')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('play.table.frame')}</th>
            <th scope="col">{say('play.table.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {frames.map(({ frame, held }) => (
            <tr key={frame.address}>
              <th scope="row">
                {frame.title === 'global names' ? say('play.globals') : <code>{frame.title}</code>}
                {frame.thread > 0 && ` (${say('play.thread', { number: frame.thread })})`}
                {frame.running && ` (${say('play.table.running')})`}
                {frame.hiddenBefore > 0 && ` (${say('play.hiddenFrames', { count: frame.hiddenBefore })})`}
              </th>
              <td>
                <HeldList held={held} say={say} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {objects.length > 0 && (
        <table>
          <caption>{say('play.table.objects')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('play.table.object')}</th>
              <th scope="col">{say('play.table.count')}</th>
              <th scope="col">{say('play.table.holds')}</th>
              <th scope="col">{say('play.table.heldBy')}</th>
            </tr>
          </thead>
          <tbody>
            {objects.map(({ box, name, held }) => (
              <tr key={box.life} class={box.state}>
                <th scope="row">
                  <Name name={name} />
                </th>
                <td>{countInWords(box, say)}</td>
                <td>
                  {box.text !== '' && <code>{box.text}</code>}
                  <HeldList held={held} say={say} />
                  {box.hidden > 0 && say('play.hidden', { count: box.hidden })}
                </td>
                <td>
                  {box.holders.length > 0 && (
                    <ul class="held-list">
                      {box.holders.map((holder, i) => (
                        <li key={i}>
                          {holderText(holder, say)}
                          {!holder.owned && ` (${say('play.borrowed')})`}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {scene.hidden > 0 && <p class="panel-text">{say('play.hiddenObjects', { count: scene.hidden })}</p>}
    </div>
  )
}

/** The count, how it has changed, and the state of the object where that is not simply alive. */
function countInWords({ refcnt, immortal, delta, state, gcRefs }: ObjectBox, say: Say): string {
  const parts = [state === 'freed' ? '' : immortal ? `∞ (${say('play.table.immortal')})` : String(refcnt)]
  if (delta !== 0) parts.push(say('play.table.change', { change: delta > 0 ? `+${delta}` : `−${-delta}` }))
  if (state !== 'alive') parts.push(say(`play.table.${state}`))
  if (gcRefs !== null) parts.push(say('play.gcRefs', { count: gcRefs }))
  return parts.filter((part) => part !== '').join(', ')
}

function HeldList({ held, say }: { held: readonly Held[]; say: Say }) {
  if (held.length === 0) return null
  return (
    <ul class="held-list">
      {held.map(({ label, text, to, kind }, i) => (
        <li key={i}>
          {label !== '' && <code>{label}</code>}
          {to ? ' → ' : ': '}
          {to ? <Name name={to} /> : <code>{text}</code>}
          {kind !== 'owned' && ` (${say(`play.table.${kind}`)})`}
        </li>
      ))}
    </ul>
  )
}

function Name({ name: { type, way } }: { name: ObjectName }) {
  return (
    <>
      {type} {way !== '' && <code>{way}</code>}
    </>
  )
}
