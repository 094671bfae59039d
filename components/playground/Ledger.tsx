// Who holds an object: each holder by name, adding up to its count. A holder that is drawn is a button that lights its arrow.

import type { ComponentChildren } from 'preact'
import { type DrawnHolder, type HolderRow, nameOfArrow, type ObjectBox, type Scene } from '../../src/scene/scene.ts'
import type { Landmarks } from './landmarks.ts'
import type { Say } from './words.ts'

interface Props {
  /** The type of the object. */
  type: string
  /** The object, where it exists at this step. */
  object: ObjectBox | undefined
  /** Whether its holders are known: they are on their way where not. */
  told: boolean
  /** The picture it is drawn in, where the learner looks at it. */
  scene?: Scene | undefined
  landmarks: Landmarks
  say: Say
  /** What else is told about it. */
  children?: ComponentChildren
}

export function Ledger({ type, object, told, scene, landmarks, say, children }: Props) {
  const close = () => landmarks.choose(0)
  return (
    <div
      class="ledger"
      role="group"
      aria-label={say('play.ledger', { type: type })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div class="ledger-head">
        <strong>{say('play.ledger', { type: type })}</strong>
        <button type="button" onClick={close}>
          {say('play.close')}
        </button>
      </div>
      {!object && <p>{say('play.notHere')}</p>}
      {object && told && <Holders object={object} scene={scene} landmarks={landmarks} say={say} />}
      {children}
    </div>
  )
}

function Holders({ object, scene, landmarks, say }: Omit<Props, 'type' | 'object' | 'told'> & { object: ObjectBox }) {
  const { holders, immortal, refcnt } = object
  return (
    <>
      {immortal && <p>{say('play.immortal', { count: refcnt })}</p>}
      <ul class="ledger-list">
        {holders.map((holder, i) => (
          <li key={i} class={holder.owned ? undefined : 'borrowed'}>
            <Lamp holder={holder} scene={scene} landmarks={landmarks} say={say} />
            <span class="ledger-one">{holder.owned ? 1 : 0}</span>
          </li>
        ))}
      </ul>
      {!immortal && (
        <p class="ledger-sum">
          {say('play.sum')} <span class="ledger-one">{refcnt}</span>
        </p>
      )}
    </>
  )
}

/** A holder: a switch for its arrow where there is one. */
function Lamp({ holder, scene, landmarks, say }: Omit<Props, 'type' | 'object' | 'told'> & { holder: DrawnHolder }) {
  const words = (
    <>
      {holderText(holder, say)}
      {!holder.owned && <> ({say('play.borrowed')})</>}
    </>
  )
  const arrow = scene?.arrows[holder.arrows[0] ?? -1]
  if (!arrow) return <span>{words}</span>
  const name = nameOfArrow(arrow)
  return (
    <button
      type="button"
      class="link"
      aria-pressed={landmarks.lit.value === name}
      onClick={() => landmarks.light(name)}
    >
      {words}
      <span class="visually-hidden">, {say('play.lightArrow')}</span>
    </button>
  )
}

/** A holder in words: what kind it is, and its name as code. */
export function holderText({ kind, label, where }: HolderRow, say: Say) {
  const name = nameOf(kind, label)
  return (
    <span>
      {say(`play.holder.${kind}`, { where: placeOf(where, say) })}
      {name !== '' && <code>{name}</code>}
    </span>
  )
}

/** A frame in words; `frame` is the type of one that has ended and is kept as an object. */
function placeOf(where: string, say: Say): string {
  if (where === 'frame') return say('play.endedFrame')
  return where === '' || where === '<module>' ? say('play.module') : `${where}()`
}

/** How a program would write it: `a`, `list[2]`, `Node.next`, `dict['key']`. */
function nameOf(kind: HolderRow['kind'], label: HolderRow['label']): string {
  const [owner, part] = [label[0] ?? '', label.at(-1) ?? '']
  switch (kind) {
    case 'name':
    case 'local':
      return String(part)
    case 'item':
      return `${owner}[${part}]`
    case 'value':
      return `${owner}[${typeof part === 'number' ? part : `'${part}'`}]`
    case 'attribute':
      return `${owner}.${part}`
    case 'stack':
    case 'frame':
    case 'cstack':
    case 'arena':
      return ''
    default:
      return label.map(String).join(' ')
  }
}
