// The picture in the element it scrolls in, and the buttons for how it is looked at.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { ALWAYS_DRAWN, partOf } from '../../src/scene/part.ts'
import { nameOfArrow, type Scene } from '../../src/scene/scene.ts'
import type { View } from '../../src/simulator/client.ts'
import type { Session } from '../playground/session.ts'
import type { Say } from '../playground/words.ts'
import { HeapPicture } from './HeapPicture.tsx'

interface Props {
  session: Session
  view: View
  say: Say
  /** The object whose ledger is open, by address. */
  open: number | undefined
}

export function Stage({ session, view, say, open }: Props) {
  const { lens } = session
  const { scene } = view
  const stage = useRef<HTMLDivElement>(null)
  const ran = session.ran.value
  useEffect(() => {
    if (!stage.current || !ran) return
    const lifeOf = (address: number) =>
      session.view.peek()?.scene.objects.find((box) => box.address === address && box.state !== 'freed')?.life ?? ''
    return lens.attach(stage.current, lifeOf)
  }, [ran])
  const scale = lens.scaleOf(scene)
  useLayoutEffect(() => lens.settle(), [scale])
  const lit = session.landmarks.lit.value
  // A picture that scrolls shows where the lit arrow begins, what holds the object; the page stays where it is.
  useEffect(() => {
    if (lit !== '') lens.reveal('.heap-arrow.lit .heap-way')
  }, [lit])
  const focused = scene.objects.find(({ life, state }) => life === lens.focus.value && state !== 'freed')
  const litNames = litArrows(scene, open, lit)
  const area = ran && scene.objects.length > ALWAYS_DRAWN ? lens.area.value : null
  const kept = { objects: new Set([open ?? 0, lens.held.value]), arrows: litNames }
  return (
    <>
      <div
        ref={stage}
        class={scale === undefined ? 'figure-scroll' : 'figure-scroll zoomed'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture scrolls
        tabIndex={0}
        role="group"
        aria-label={say('play.picture')}
        onKeyDown={(event) => {
          // The browser scrolls what has the focus; the playground would step.
          if (scale !== undefined && event.target === event.currentTarget && event.key.startsWith('Arrow'))
            event.stopPropagation()
        }}
      >
        <HeapPicture
          scene={area ? partOf(scene, area, kept) : scene}
          say={say}
          open={open}
          onCount={(address) => session.landmarks.choose(address)}
          focus={focused?.address}
          lit={litNames}
          scale={scale}
        />
      </div>
      {ran && <Looks session={session} view={view} say={say} open={open} />}
      {scene.hidden > 0 && <p class="figure-hidden">{say('play.hiddenObjects', { count: scene.hidden })}</p>}
    </>
  )
}

/** The arrows of the ledger's line one of whose arrows is lit. */
function litArrows({ arrows, objects }: Scene, open: number | undefined, lit: string): ReadonlySet<string> {
  const chosen = objects.find(({ address, state }) => address === open && state !== 'freed')
  const names = (chosen?.holders ?? []).map((holder) => holder.arrows.map((i) => nameOfArrow(arrows[i])))
  return new Set(names.find((line) => line.includes(lit)))
}

/** The ways to look at the picture. Keys.tsx lists their keys. */
function Looks({ session, view, say, open }: Props) {
  const { lens } = session
  const size = lens.size.value
  const scale = lens.scaleOf(view.scene) ?? 1
  const { objects } = view.scene
  const chosen = objects.find(({ address, state }) => address === open && state !== 'freed')
  const focused = objects.find(({ life, state }) => life === lens.focus.value && state !== 'freed')
  return (
    <div class="looks" role="group" aria-label={say('play.looks')}>
      <div class="panel-switch looks-size">
        <button type="button" aria-label={say('play.smaller')} onClick={() => lens.smaller()}>
          −
        </button>
        <button
          type="button"
          class="looks-scale"
          aria-label={say('play.normalSize', { percent: Math.round(scale * 100) })}
          onClick={() => lens.normal()}
        >
          {say('play.percent', { percent: Math.round(scale * 100) })}
        </button>
        <button type="button" aria-label={say('play.larger')} onClick={() => lens.larger()}>
          +
        </button>
        <button type="button" aria-pressed={size === 'whole'} onClick={() => lens.whole()}>
          {say('play.whole')}
        </button>
      </div>
      {(focused ?? chosen) && (
        <button type="button" onClick={() => lens.lookAt((focused ?? chosen)?.life ?? '')}>
          {focused ? say('play.lookAtAll') : say('play.lookAt', { type: chosen?.title ?? '' })}
        </button>
      )}
      <label class="looks-values">
        <input
          type="checkbox"
          checked={session.atoms.value}
          onChange={(event) => void session.drawAtoms(event.currentTarget.checked)}
        />{' '}
        {say('play.atoms')}
      </label>
    </div>
  )
}
