// The keys of a playground. Keys.tsx lists them.

import { nextOf, previousOf } from '../../src/scene/track.ts'
import type { MarkKind } from '../../src/simulator/client.ts'
import { GRAINS } from './moment-link.ts'
import type { Session } from './session.ts'

const MARK_KEYS: Readonly<Record<string, MarkKind>> = {
  o: 'output',
  f: 'free',
  g: 'collection',
  e: 'exception',
  b: 'breakpoint',
}

/** Does what a key asks of a session whose program has run. Whether it was a key of ours. */
export function shortcut({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, session: Session): boolean {
  const view = session.view.value
  if (!view) return false
  const { landmarks } = session
  const letter = key.length === 1 ? key.toLowerCase() : key
  const kind = MARK_KEYS[letter]
  if (kind) {
    const { next, previous } = landmarks.beside(kind, view.step)
    session.jump(shiftKey ? previous : next)
    return true
  }
  const timeline = landmarks.timeline.value
  if (looks(letter, session)) return true
  switch (letter) {
    case 'p':
      if (session.playing.value) session.pause()
      else session.play()
      return true
    case 'i':
      void session.stepBy(GRAINS[(GRAINS.indexOf(session.grain.value) + 1) % GRAINS.length])
      return true
    case 't':
      if (view.next > 0) landmarks.toggle(view.next)
      return true
    case 'h':
      session.hints.value = !session.hints.value
      return true
    case 'c':
      if (timeline) session.jump((shiftKey ? previousOf : nextOf)(timeline.steps, view.step))
      return true
    case 'd':
      if (timeline && timeline.died >= 0) session.jump(timeline.died)
      return true
  }
  const to = { ArrowLeft: view.step - 1, ArrowRight: view.step + 1, Home: 0, End: view.last }[key]
  session.jump(to)
  return to !== undefined
}

/** The keys for how the picture is looked at. */
function looks(letter: string, session: Session): boolean {
  const { lens, landmarks } = session
  switch (letter) {
    case '+':
    case '=':
      lens.larger()
      return true
    case '-':
      lens.smaller()
      return true
    case '0':
      lens.normal()
      return true
    case 'w':
      lens.whole()
      return true
    case 'v':
      void session.drawAtoms(!session.atoms.value)
      return true
    case 'l': {
      const chosen = session.view.value?.scene.objects.find(
        ({ address, state }) => address === landmarks.chosen.value && state !== 'freed',
      )
      lens.lookAt(lens.focus.value || (chosen?.life ?? ''))
      return true
    }
    case 'Escape':
      if (lens.focus.value === '') return false
      lens.focus.value = ''
      return true
  }
  return false
}
