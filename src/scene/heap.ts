// The heap as a picture: frames on the left, objects on the right, arrows between them. Small values stand in their row.
// An object's place is decided once for the whole run (place.ts); here the boxes of one step are filled in.

import type { Cursor } from '../trace/cursor.ts'
import { type DecodedState, type Glimpse, glimpseAt, stateAt } from '../trace/decode.ts'
import { isScaffolding } from '../trace/object.ts'
import { ledger } from '../trace/query.ts'
import type { FrameState, Holder, ObjectState, SlotState } from '../trace/state.ts'
import { arrowsOf } from './arrows.ts'
import { livesOf } from './lives.ts'
import { type Drawn, type Places, placeAll } from './place.ts'
import type { FrameBox, HolderRow, ObjectBox, Row, Scene } from './scene.ts'

/** Most objects that are drawn. */
export const MOST_OBJECTS = 60
/** Most frames that are drawn: the outermost ones and the innermost ones. */
const OUTER_FRAMES = 2
const INNER_FRAMES = 10
/** Most rows of an object that are shown. */
export const MOST_ROWS = 8
/** Most characters of a value in a row or box. */
export const MOST_TEXT = 18
const ROW = 26
const TITLE = 28
const CHARACTER = 8.4
export const FRAME_WIDTH = 176

/** Where objects stand, and which one each is at a step. */
interface Placed {
  readonly places: Places
  readonly lifeAt: (step: number) => (object: ObjectState) => string
}

/** Draws the steps of one run. */
export class HeapScenes {
  readonly #cursor: Cursor
  readonly #moments: readonly number[]
  /** Worked out when the first picture is asked for: who only reads states does not pay for a layout. */
  #places: Placed | null = null
  /** The last state asked for, since a step is drawn beside the one before it. */
  readonly #states = new Map<number, DecodedState>()

  /** @param moments the steps that will be drawn, ascending: places are worked out over them */
  constructor(cursor: Cursor, moments: readonly number[]) {
    this.#cursor = cursor
    this.#moments = moments
  }

  /** The decoded state at a step. */
  state(step: number): DecodedState {
    let state = this.#states.get(step)
    if (!state) {
      this.#cursor.seek(step)
      state = stateAt(this.#cursor)
      if (this.#states.size > 8) this.#states.clear()
      this.#states.set(step, state)
    }
    return state
  }

  /** A quick look at a step: frames, names and single objects. True only until another step is asked for. */
  glimpse(step: number): Glimpse {
    this.#cursor.seek(step)
    return glimpseAt(this.#cursor)
  }

  #placed(): Placed {
    if (!this.#places) {
      const lives = livesOf(this.#cursor.trace)
      const lifeAt = (step: number) => (object: ObjectState) => lives(object.address, object.type, step)
      const places = placeAll(this.#moments, (step) => sketch(this.glimpse(step), lifeAt(step)))
      this.#places = { places, lifeAt }
    }
    return this.#places
  }

  /** The picture at a step, beside an earlier one (-1: none): what is new, freed, changed. */
  scene(step: number, earlier: number): Scene {
    const { places, lifeAt } = this.#placed()
    const lifeOf = lifeAt(step)
    const lifeBefore = lifeAt(earlier)
    const state = this.state(step)
    const before = earlier >= 0 ? this.state(earlier) : null
    const frames = frameBoxes(state)
    const objects: ObjectBox[] = []
    const shown = drawnObjects(state, (object) => places.has(lifeOf(object)))
    for (const object of shown) {
      const { address } = object
      const size = sizeOf(state, object)
      const life = lifeOf(object)
      const old = before?.objects.get(address)
      const same = old !== undefined && lifeBefore(old) === life
      objects.push({
        ...places.get(life, size.height),
        ...size,
        address,
        life,
        type: object.typeName,
        title: titleOf(object),
        text: object.kind === 'atom' ? clipped(object.repr) : '',
        rows: rowsOf(state, object),
        hidden: Math.max(0, shownSlots(object).length - MOST_ROWS),
        refcnt: object.refcnt,
        immortal: object.immortal,
        delta: same ? object.refcnt - old.refcnt : 0,
        state: !object.reachable ? 'unreachable' : before !== null && !same ? 'new' : 'alive',
        gcRefs: state.collector.gcRefs.get(address) ?? null,
        holders: holderRows(state, address),
      })
    }
    const drawn = new Set(shown.map(({ address }) => address))
    if (before) {
      const shownBefore = drawnObjects(before, (object) => places.has(lifeBefore(object)))
      const gone = shownBefore.filter(({ address }) => !drawn.has(address))
      objects.push(...gone.map((object) => ghost(before, object, lifeBefore(object), places)))
    }
    const width = Math.max(FRAME_WIDTH, ...objects.map((box) => box.x + box.width)) + 24
    const height =
      Math.max(...frames.map((box) => box.y + box.height), ...objects.map((box) => box.y + box.height), 80) + 20
    const hidden = notDrawn(state, drawn)
    const boxes = { width, height, frames, objects, hidden }
    return { ...boxes, arrows: arrowsOf(boxes, state) }
  }
}

/** `class Node` and `function visit` rather than `type` and `function`: their names are what tells them apart. */
function titleOf({ kind, typeName, repr }: ObjectState): string {
  const name = /^<(?:class|function|method|bound method) '?([^'\s>]+)/.exec(repr)?.[1]?.split('.').at(-1)
  if (name === undefined || (kind !== 'class' && kind !== 'function')) return typeName
  return clipped(`${kind === 'class' ? 'class' : typeName} ${name}`)
}

/** A state as far as drawing needs it: decoded in full, or a glimpse. */
type Drawable = Pick<DecodedState, 'frames' | 'globals'> & {
  readonly objects: { get(address: number): ObjectState | undefined }
  /** Where it is known: what exists of the program and its imports, reachable or not. */
  readonly userObjects?: ReadonlySet<number>
}

/**
 * Objects that get a box of their own, in the order in which the eye meets them: what the names of the frames lead to,
 * then what those hold, row by row; at last what nobody reaches any more. At most MOST_OBJECTS.
 * @param seen whether an object has had a name in the program; what modules leave behind as they are imported has not
 */
function drawnObjects(state: Drawable, seen: (object: ObjectState) => boolean): ObjectState[] {
  const drawn = new Map<number, ObjectState>()
  const add = (address: number) => {
    const object = drawn.has(address) || drawn.size >= MOST_OBJECTS ? undefined : state.objects.get(address)
    if (object && isDrawn(object)) drawn.set(address, object)
  }
  for (const { value } of state.globals) add(value)
  for (const { locals, stack } of shownFrames(state.frames)) for (const { value } of [...locals, ...stack]) add(value)
  // A Map is walked in the order of entry, what is added on the way included.
  for (const object of drawn.values()) for (const { target } of rowsOf(state, object)) add(target)
  for (const address of state.userObjects ?? []) {
    const object = state.objects.get(address)
    if (object?.reachable === false && seen(object)) add(address)
  }
  return [...drawn.values()]
}

function isDrawn(object: ObjectState): boolean {
  return !standsInRow(object) && !isScaffolding(object.typeName)
}

/** How many objects would be drawn if there were room: what names and the objects drawn lead to, row after row. */
function notDrawn(state: DecodedState, drawn: ReadonlySet<number>): number {
  const found = new Set(drawn)
  const add = (address: number) => {
    const object = found.has(address) ? undefined : state.objects.get(address)
    if (object && isDrawn(object) && !object.builtin) found.add(address)
  }
  for (const { value } of state.globals) add(value)
  for (const { locals, stack } of state.frames) for (const { value } of [...locals, ...stack]) add(value)
  for (const address of found) for (const { target } of shownSlotsAt(state, address)) add(target)
  return found.size - drawn.size
}

function shownSlotsAt(state: Drawable, address: number): readonly SlotState[] {
  const object = state.objects.get(address)
  return object ? shownSlots(object) : []
}

/** What the layout has to know of a step. */
function sketch(state: Glimpse, lifeOf: (object: ObjectState) => string): Drawn {
  const objects = drawnObjects(state, () => false)
  const lives = new Map(objects.map((object) => [object.address, lifeOf(object)]))
  return {
    boxes: objects.map((object) => ({ life: lifeOf(object), ...sizeOf(state, object) })),
    edges: objects.flatMap((object) =>
      rowsOf(state, object).flatMap(({ target }) => {
        const to = lives.get(target)
        return to === undefined ? [] : [[lifeOf(object), to] as const]
      }),
    ),
  }
}

/** Small values are written where they are held. */
function standsInRow(object: ObjectState): boolean {
  return object.kind === 'atom' || object.kind === 'module' || (object.builtin && object.kind !== 'class')
}

/** The frames that are drawn: of a deep stack its two ends. */
function shownFrames(frames: readonly FrameState[]): readonly FrameState[] {
  if (frames.length <= OUTER_FRAMES + INNER_FRAMES + 1) return frames
  return [...frames.slice(0, OUTER_FRAMES), ...frames.slice(-INNER_FRAMES)]
}

function frameBoxes(state: DecodedState): FrameBox[] {
  const boxes: FrameBox[] = []
  const shown = shownFrames(state.frames)
  const left = state.frames.length - shown.length
  const running = state.frames.at(-1)?.address
  const list =
    shown.length > 0
      ? shown.map(({ address, name, locals }) => ({ address, title: name, variables: locals }))
      : [{ address: 0, title: '<module>', variables: state.globals }]
  let y = 8
  for (const [i, { address, title, variables }] of list.entries()) {
    const rows = variables
      .filter(({ value }) => value !== 0)
      .map(({ name, value, borrowed }): Row => inFrame(rowFor(state, name, value, borrowed)))
    const height = TITLE + Math.max(1, rows.length) * ROW + 6
    boxes.push({
      x: 8,
      y,
      width: FRAME_WIDTH,
      height,
      address,
      title: title === '<module>' ? 'global names' : `${title}()`,
      running: address === running || shown.length === 0,
      hiddenBefore: i === OUTER_FRAMES ? left : 0,
      rows,
    })
    y += height + (left > 0 && i === OUTER_FRAMES - 1 ? 34 : 14)
  }
  return boxes
}

/** All frames are equally wide: a value has the room that the name leaves it. */
function inFrame(row: Row): Row {
  const room = Math.floor((FRAME_WIDTH - 24) / CHARACTER) - [...row.label].length - 1
  return { ...row, text: clipped(row.text, Math.max(4, room)) }
}

function rowFor(state: Drawable, label: string, target: number, borrowed: boolean): Row {
  const object = state.objects.get(target)
  if (!object) return { label, text: '', target: 0, borrowed }
  if (!standsInRow(object)) return { label, text: '', target, borrowed }
  const text = object.kind === 'module' ? object.typeName : clipped(object.repr)
  return { label, text, target: 0, borrowed }
}

function shownSlots(object: ObjectState): readonly SlotState[] {
  if (object.kind === 'atom' || object.kind === 'class' || object.kind === 'function') return []
  return object.items.filter(({ kind, target }) => kind !== 'key' && target !== 0)
}

function rowsOf(state: Drawable, object: ObjectState): Row[] {
  return shownSlots(object)
    .slice(0, MOST_ROWS)
    .map((slot) => rowFor(state, slotLabel(state, slot), slot.target, false))
}

function slotLabel(state: Drawable, slot: SlotState): string {
  if (slot.kind === 'value') return clipped(state.objects.get(slot.key)?.repr ?? '')
  if (slot.kind === 'attribute') return `.${slot.label}`
  return String(slot.label)
}

function sizeOf(state: Drawable, object: ObjectState): { width: number; height: number } {
  const rows = rowsOf(state, object)
  const longest = Math.max(
    titleOf(object).length + 9, // room for the count and its change
    ...rows.map(({ label, text }) => label.length + text.length + 4),
    ...(object.kind === 'function' || object.kind === 'class' ? [0] : []),
  )
  const hidden = shownSlots(object).length > MOST_ROWS ? 1 : 0
  return {
    width: Math.min(280, Math.max(104, Math.round(longest * CHARACTER + 24))),
    height: TITLE + (rows.length + hidden) * ROW + (rows.length > 0 ? 6 : 0),
  }
}

/** What has just been freed, where it stood. */
function ghost(before: DecodedState, object: ObjectState, life: string, places: Places): ObjectBox {
  const size = sizeOf(before, object)
  return {
    ...places.get(life, size.height),
    ...size,
    address: object.address,
    life,
    type: object.typeName,
    title: titleOf(object),
    text: '',
    rows: rowsOf(before, object).map((row) => ({ ...row, target: 0 })),
    hidden: 0,
    refcnt: 0,
    immortal: false,
    delta: -object.refcnt,
    state: 'freed',
    gcRefs: null,
    holders: [],
  }
}

/** The ledger of one object as rows: owners first. */
export function holderRows(state: DecodedState, address: number): HolderRow[] {
  return ledger(state, address).map((holder) => holderRow(state, holder))
}

/** A holder in a state, as a line of the ledger. */
export function holderRow(state: DecodedState, { kind, label, owned, from }: Holder): HolderRow {
  const running = state.frames.find((frame) => frame.address === from)?.name
  // A frame that has ended, or one that a traceback keeps, is named by the label.
  const ended = kind === 'local' || kind === 'stack' ? String(label[0]) : ''
  return { kind, label, owned, where: running ?? ended }
}

/** A text cut to what a row has room for, counted in characters. */
export function clipped(text: string, room = MOST_TEXT): string {
  const characters = [...text]
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`
}
