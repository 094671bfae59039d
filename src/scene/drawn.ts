// Which objects get a box of their own, and which are only counted.

import { isScaffolding } from '../trace/object.ts'
import type { FrameState, ObjectState } from '../trace/state.ts'
import { behind, type Drawable, MOST_ROWS, shownSlots, slotLabel, standsInRow } from './rows.ts'

/** Most objects that are drawn. */
export const MOST_OBJECTS = 300
/** Frames that are drawn of a deep stack: the outermost ones and the innermost ones. */
export const OUTER_FRAMES = 2
const INNER_FRAMES = 10
/** Objects that are drawn of a chain: each of one type, and held by the one before under the same name or index. */
export const MOST_CHAIN = 8

/** The frames that are drawn: of a deep stack its two ends. */
export function shownFrames(frames: readonly FrameState[]): readonly FrameState[] {
  if (frames.length <= OUTER_FRAMES + INNER_FRAMES + 1) return frames
  return [...frames.slice(0, OUTER_FRAMES), ...frames.slice(-INNER_FRAMES)]
}

/**
 * Objects that get a box of their own, in the order in which the eye meets them: what the names of the frames lead to,
 * then what those hold, row by row; at last what nobody reaches any more. At most MOST_OBJECTS; of a chain its beginning.
 * @param seen whether an object has had a name in the program; what modules leave behind as they are imported has not
 */
export function drawnObjects(state: Drawable, seen: (object: ObjectState) => boolean): ObjectState[] {
  const order: ObjectState[] = []
  const drawn = new Set<number>()
  const folded = new Set<number>()
  /** How each object was come to, where that was along a chain. */
  const links = new Map<number, { readonly label: string; readonly place: number }>()
  const add = (address: number) => {
    const object = drawn.has(address) || drawn.size >= MOST_OBJECTS ? undefined : state.objects.get(address)
    if (!object || !isDrawn(state, object)) return
    drawn.add(address)
    order.push(object)
  }
  let walked = 0
  const follow = () => {
    for (; walked < order.length; walked++) {
      const object = order[walked]
      const link = links.get(object.address)
      for (const slot of shownSlots(object).slice(0, MOST_ROWS)) {
        if (drawn.has(slot.target)) continue
        const label = slotLabel(state, slot)
        const isSame = state.objects.get(slot.target)?.type === object.type
        const place = isSame ? (link?.label === label ? link.place : 1) + 1 : 1
        const rest = place > MOST_CHAIN ? behind(state, slot.target, label, drawn) : folded
        if (place > MOST_CHAIN && rest.size > 1) for (const address of rest) folded.add(address)
        else {
          add(slot.target)
          links.set(slot.target, { label, place })
        }
      }
    }
  }
  for (const { value } of state.globals) add(value)
  for (const { locals, stack } of shownFrames(state.frames)) for (const { value } of [...locals, ...stack]) add(value)
  follow()
  for (const address of state.userObjects ?? []) {
    const object = folded.has(address) ? undefined : state.objects.get(address)
    if (object?.reachable !== false || !seen(object)) continue
    add(address)
    follow()
  }
  return order
}

function isDrawn(state: Drawable, object: ObjectState): boolean {
  return !standsInRow(object, state.atoms) && !isScaffolding(object.typeName)
}

/**
 * The addresses of all that would be drawn if there were room: what is drawn, and what names and these objects lead to, row
 * after row.
 */
export function visibleObjects(state: Drawable, drawn: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set(drawn)
  const add = (address: number) => {
    const object = found.has(address) ? undefined : state.objects.get(address)
    if (object && isDrawn(state, object) && !object.builtin) found.add(address)
  }
  for (const { value } of state.globals) add(value)
  for (const { locals, stack } of state.frames) for (const { value } of [...locals, ...stack]) add(value)
  for (const address of found) {
    const object = state.objects.get(address)
    if (object) for (const { target } of shownSlots(object)) add(target)
  }
  return found
}
