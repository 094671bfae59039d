// The picture of the moment before a line, whose boxes are chosen by a click. The list beside it says and takes the same, for
// keyboards and screen readers.

import { useEffect, useRef } from 'preact/hooks'
import type { Scene } from '../../src/scene/scene.ts'
import { HeapPicture } from '../heap/HeapPicture.tsx'
import type { Say } from '../playground/words.ts'

export interface Pickable {
  readonly scene: Scene
  /** Objects that can be chosen, by address, with the choice each stands for. */
  readonly objects: readonly (readonly [address: number, choice: string])[]
  /** What those are called, by address, whose name is gone at this moment. */
  readonly once: Readonly<Record<number, string>>
}

interface Props {
  picture: Pickable
  /** What is to be seen of each choice: whether it is chosen, and afterwards whether that is right. */
  marks: Readonly<Record<string, string>>
  open: boolean
  onPick: (choice: string) => void
  say: Say
}

export function PickPicture({ picture, marks, open, onPick, say }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // The picture draws a scene and knows nothing of choices: its boxes get their marks here.
  useEffect(() => {
    for (const [address, choice] of picture.objects) {
      const shape = box.current?.querySelector(`[data-object="${address}"]`)
      shape?.classList.remove('chosen', 'right', 'wrong')
      shape?.classList.add('pickable')
      const mark = marks[choice]
      if (mark) shape?.classList.add(...mark.split(' '))
    }
  })
  const pick = (event: MouseEvent) => {
    const shape = event.target instanceof Element ? event.target.closest('[data-object]') : null
    const found = picture.objects.find(([address]) => String(address) === shape?.getAttribute('data-object'))
    if (open && found) onPick(found[1])
  }
  return (
    <>
      <p class="choices-hint">{say('choose.pick')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture scrolls */}
      <div class="pick" data-open={open} tabIndex={0} role="group" aria-label={say('play.picture')}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the list does it by keyboard */}
        <div ref={box} onClick={pick}>
          <HeapPicture scene={picture.scene} say={say} once={picture.once} />
        </div>
      </div>
    </>
  )
}
