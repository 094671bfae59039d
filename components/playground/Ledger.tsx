// Who holds an object: each holder by name, adding up to its count.

import type { ComponentChildren } from 'preact'
import type { HolderRow, ObjectBox } from '../../src/scene/scene.ts'
import type { Say } from './words.ts'

interface Props {
  /** The type of the object. */
  type: string
  /** The object, where it exists at this step. */
  object: ObjectBox | undefined
  say: Say
  onClose: () => void
  /** What else is told about it. */
  children?: ComponentChildren
}

export function Ledger({ type, object, say, onClose, children }: Props) {
  return (
    <div
      class="ledger"
      role="group"
      aria-label={say('play.ledger', { type: type })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div class="ledger-head">
        <strong>{say('play.ledger', { type: type })}</strong>
        <button type="button" onClick={onClose}>
          {say('play.close')}
        </button>
      </div>
      {object ? <Holders object={object} say={say} /> : <p>{say('play.notHere')}</p>}
      {children}
    </div>
  )
}

function Holders({ object, say }: { object: ObjectBox; say: Say }) {
  const owners = object.holders.filter(({ owned }) => owned)
  const borrowers = object.holders.filter(({ owned }) => !owned)
  return (
    <>
      {object.immortal && <p>{say('play.immortal', { count: object.refcnt })}</p>}
      <ul class="ledger-list">
        {owners.map((holder, i) => (
          <li key={i}>
            {holderText(holder, say)}
            <span class="ledger-one">1</span>
          </li>
        ))}
        {borrowers.map((holder, i) => (
          <li key={i} class="borrowed">
            {holderText(holder, say)} ({say('play.borrowed')})<span class="ledger-one">0</span>
          </li>
        ))}
      </ul>
      {!object.immortal && (
        <p class="ledger-sum">
          {say('play.sum')} <span class="ledger-one">{object.refcnt}</span>
        </p>
      )}
    </>
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
