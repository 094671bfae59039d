// The heap as a picture: frames on the left, objects on the right, arrows between them. An object's place is decided once
// for the whole run (place.ts); here the boxes of one step are filled in.

import type { Cursor } from '../trace/cursor.ts'
import { type DecodedState, type Glimpse, glimpseAt, stateAt } from '../trace/decode.ts'
import type { ObjectState } from '../trace/state.ts'
import { titleOf } from '../trace/title.ts'
import { arrowsOf } from './arrows.ts'
import { drawnObjects, OUTER_FRAMES, shownFrames, visibleObjects } from './drawn.ts'
import { holdersBeside } from './holders.ts'
import { livesOf } from './lives.ts'
import { DRIFT, type Drawn, FRAME_LEFT, FRAME_WIDTH, type Places, placeAll } from './place.ts'
import { Router } from './route.ts'
import { type Content, clipped, contentOf, counted, type Drawable, ROW, rowFor, TITLE, within } from './rows.ts'
import { type Arrow, type Box, type FrameBox, type ObjectBox, type Row, rowLabels, type Scene } from './scene.ts'

/** What is left free right of and below everything. */
const MARGIN = 20
const LEAST_HEIGHT = 80
/** How many steps that have been asked for are kept. */
const MOST_KEPT = 8

/** Where objects stand, and which one each is at a step. */
interface Placed {
  readonly places: Places
  readonly lifeAt: (step: number) => (object: ObjectState) => string
}

/** What is drawn of a state, and how to tell its objects from those of other steps. */
interface Shown {
  readonly state: Drawable
  readonly lifeOf: (object: ObjectState) => string
  readonly objects: readonly ObjectState[]
  /** Their addresses. */
  readonly drawn: ReadonlySet<number>
  /** Those and the addresses of what there is no room for. */
  readonly visible: ReadonlySet<number>
  readonly frames: readonly FrameBox[]
  /** What is written in the box of one of them, where there is room for all of it. */
  readonly contentOf: (object: ObjectState) => Content
}

/** Draws the steps of one run. */
export class HeapScenes {
  readonly #cursor: Cursor
  readonly #moments: readonly number[]
  /** Address of the program's own frame. */
  readonly #main: number
  /**
   * Without boxes for small values, and with them. Worked out when the first picture is asked for: who only reads states
   * does not pay for a layout.
   */
  readonly #placed = new Map<boolean, Placed>()
  /** The last states asked for, since a step is drawn beside the one before it, and what is drawn of them. */
  readonly #states = new Map<number, DecodedState>()
  readonly #shown = new Map<string, Shown>()
  readonly #router = new Router()

  /** @param moments the steps that will be drawn, ascending: places are worked out over them */
  constructor(cursor: Cursor, moments: readonly number[]) {
    this.#cursor = cursor
    this.#moments = moments
    this.#main = cursor.trace.steps.frame[moments[0]] ?? 0
  }

  /** The decoded state at a step. */
  state(step: number): DecodedState {
    let state = this.#states.get(step)
    if (!state) {
      this.#cursor.seek(step)
      state = stateAt(this.#cursor)
      if (this.#states.size > MOST_KEPT) this.#states.clear()
      this.#states.set(step, state)
    }
    return state
  }

  /** A quick look at a step: frames, names and single objects. True only until another step is asked for. */
  glimpse(step: number): Glimpse {
    this.#cursor.seek(step)
    return glimpseAt(this.#cursor)
  }

  /** Whether an object of a step has a box in a picture of the run, small values not having any, or only lacks room here. */
  hasShown(step: number): (object: ObjectState) => boolean {
    const placed = this.#placesOf(false)
    const shown = this.#shownAt(step, false, placed)
    return (object) => placed.places.has(shown.lifeOf(object)) || shown.visible.has(object.address)
  }

  #placesOf(atoms: boolean): Placed {
    let placed = this.#placed.get(atoms)
    if (!placed) {
      const lives = livesOf(this.#cursor.trace)
      const lifeAt = (step: number) => (object: ObjectState) => lives.nameOf(object.address, object.type, step)
      const places = placeAll(this.#moments, (step) =>
        sketch({ ...this.glimpse(step), atoms }, lifeAt(step), (object) => lives.endOf(object.address, step)),
      )
      placed = { places, lifeAt }
      this.#placed.set(atoms, placed)
    }
    return placed
  }

  #shownAt(step: number, atoms: boolean, placed: Placed): Shown {
    const key = `${step} ${atoms}`
    let shown = this.#shown.get(key)
    if (!shown) {
      shown = shownOf({ ...this.state(step), atoms }, placed, step, this.#main)
      if (this.#shown.size > MOST_KEPT) this.#shown.clear()
      this.#shown.set(key, shown)
    }
    return shown
  }

  /**
   * The picture at a step.
   * @param earlier the step beside which it is drawn, -1 for none: what is new, freed, changed
   * @param atoms whether small values have boxes of their own
   * @param told whether the holders of its objects are told
   */
  scene(step: number, earlier: number, atoms = false, told = true): Scene {
    const placed = this.#placesOf(atoms)
    const { places } = placed
    const now = this.#shownAt(step, atoms, placed)
    const before = earlier >= 0 ? this.#shownAt(earlier, atoms, placed) : null
    const state = this.state(step)
    const { frames } = now
    const objects = now.objects.map((object) => objectBox(now, object, before, places, state))
    if (before) {
      for (const object of before.objects) {
        const left = state.objects.get(object.address)
        const isGone = !left || now.lifeOf(left) !== before.lifeOf(object)
        if (isGone && !now.drawn.has(object.address)) objects.push(ghost(before, object, places))
      }
    }
    const arrows = arrowsOf({ frames, objects }, places.columns, state, this.#router, newLinks(now, before))
    return {
      ...sizeOf([...frames, ...objects], arrows),
      frames,
      objects: told ? withHolders(state, objects, frames, arrows) : objects,
      arrows,
      told,
      hidden: now.visible.size - now.drawn.size,
    }
  }
}

/** How large a picture is. */
function sizeOf(boxes: readonly Box[], arrows: readonly Arrow[]): { width: number; height: number } {
  let [right, bottom] = [0, LEAST_HEIGHT]
  const reach = (x: number, y: number) => {
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  for (const { x, y, width, height } of boxes) reach(x + width, y + height)
  for (const { points } of arrows) for (const point of points) reach(point[0], point[1])
  return { width: right + MARGIN, height: bottom + MARGIN }
}

/**
 * What is drawn of a state.
 * @param main address of the program's own frame
 */
function shownOf(state: Drawable, { places, lifeAt }: Placed, step: number, main: number): Shown {
  const lifeOf = lifeAt(step)
  const objects = drawnObjects(state, (object) => places.has(lifeOf(object)))
  const drawn = new Set(objects.map(({ address }) => address))
  const contents = new Map<ObjectState, Content>()
  let visible: ReadonlySet<number> | null = null
  return {
    state,
    lifeOf,
    objects,
    drawn,
    get visible() {
      visible ??= visibleObjects(state, drawn)
      return visible
    },
    frames: frameBoxes(state, drawn, main),
    contentOf(object) {
      const content = contents.get(object) ?? contentOf(state, object, drawn)
      contents.set(object, content)
      return content
    },
  }
}

function objectBox(
  shown: Shown,
  object: ObjectState,
  before: Shown | null,
  places: Places,
  decoded: DecodedState,
): ObjectBox {
  const { address, refcnt, immortal } = object
  const life = shown.lifeOf(object)
  const old = before?.state.objects.get(address)
  const same = old !== undefined && before?.lifeOf(old) === life
  return {
    ...boxAt(places, shown, object),
    address,
    life,
    type: object.typeName,
    title: clipped(titleOf(object)),
    refcnt,
    immortal,
    delta: same ? refcnt - old.refcnt : 0,
    state: !object.reachable ? 'unreachable' : before !== null && !same ? 'new' : 'alive',
    gcRefs: decoded.collector.gcRefs.get(address) ?? null,
    holders: [], // told when the arrows are drawn
  }
}

function withHolders(
  state: DecodedState,
  objects: readonly ObjectBox[],
  frames: readonly FrameBox[],
  arrows: readonly Arrow[],
): ObjectBox[] {
  const holdersOf = holdersBeside(state, frames, arrows)
  return objects.map((box) => (isTold(state, box) ? { ...box, holders: holdersOf(box.address) } : box))
}

/** Everything in the interpreter holds None: that list tells nothing, and is long. What is freed nobody holds. */
function isTold(state: DecodedState, { address, state: shown }: ObjectBox): boolean {
  const object = state.objects.get(address)
  return shown !== 'freed' && object !== undefined && !(object.kind === 'atom' && object.builtin)
}

/** What has just been freed, where it stood. */
function ghost(shown: Shown, object: ObjectState, places: Places): ObjectBox {
  const content = boxAt(places, shown, object)
  return {
    ...content,
    rows: content.rows.map((row) => ({ ...row, target: 0 })),
    address: object.address,
    life: shown.lifeOf(object),
    type: object.typeName,
    title: clipped(titleOf(object)),
    refcnt: 0,
    immortal: false,
    delta: -object.refcnt,
    state: 'freed',
    gcRefs: null,
    holders: [],
  }
}

/** The content of an object in its home, or adrift from there, cut to the room it has. */
function boxAt(
  places: Places,
  { state, lifeOf, drawn, contentOf: wholeOf }: Shown,
  object: ObjectState,
): Content & Pick<ObjectBox, keyof Box | 'drift'> {
  const whole = wholeOf(object)
  const home = places.get(lifeOf(object), whole)
  const fits = whole.width <= home.width && whole.height <= home.height
  const drift = object.reachable ? 0 : DRIFT
  return { ...(fits ? whole : contentOf(state, object, drawn, home)), x: home.x + drift, y: home.y, drift }
}

/** Tells which rows lead to where they did not lead at the step before. */
function newLinks(now: Shown, before: Shown | null): (from: number, label: string, to: number) => boolean {
  if (!before) return () => false
  const objects = new Map(before.objects.map((object) => [object.address, object]))
  const frames = new Map(before.frames.map((frame) => [frame.address, frame.rows]))
  const targets = new Map<number, ReadonlyMap<string, number>>()
  const targetsOf = (from: number) => {
    let known = targets.get(from)
    if (!known) {
      const holder = objects.get(from)
      const rows = frames.get(from) ?? (holder ? before.contentOf(holder).rows : [])
      const labels = rowLabels(rows)
      known = new Map(rows.map(({ target }, i) => [labels[i], target]))
      targets.set(from, known)
    }
    return known
  }
  return (from, label, to) => {
    const target = now.state.objects.get(to)
    if (!target) return false
    // A weak reference has no row: it is in the list of what it refers to.
    const isWeak = label === ''
    if (isWeak && !objects.get(to)?.weakrefs.includes(from)) return true
    const then = before.state.objects.get(isWeak ? to : (targetsOf(from).get(label) ?? 0))
    return !then || before.lifeOf(then) !== now.lifeOf(target)
  }
}

/** What the layout has to know of a step. */
function sketch(
  state: Drawable,
  lifeOf: (object: ObjectState) => string,
  endOf: (object: ObjectState) => number,
): Drawn {
  const objects = drawnObjects(state, () => false)
  const lives = new Map(objects.map((object) => [object.address, lifeOf(object)]))
  const drawn = new Set(lives.keys())
  const contents = objects.map((object) => contentOf(state, object, drawn))
  return {
    boxes: objects.map((object, i) => ({ life: lifeOf(object), until: endOf(object), ...contents[i] })),
    // An iterator only passes by: what it goes through stays where it would stand without it.
    edges: objects.flatMap((object, i) =>
      (object.kind === 'iterator' ? [] : contents[i].rows).flatMap(({ target }) => {
        const to = lives.get(target)
        return to === undefined ? [] : [[lifeOf(object), to] as const]
      }),
    ),
  }
}

/** Between two frames, without and with a line of text. */
const GAP = 14
const HEADING = 34

function frameBoxes(state: Drawable, drawn: ReadonlySet<number>, main: number): FrameBox[] {
  const boxes: FrameBox[] = []
  const shown = shownFrames(state.frames)
  const left = state.frames.length - shown.length
  const list = shown.map(({ address, name, locals, thread, running }, i) => {
    const isFirst = thread > 0 && shown[i - 1]?.thread !== thread
    return { address, title: name, variables: locals, running, thread: isFirst ? thread : 0 }
  })
  // When the program has ended its names are still there, in the same box; other threads may run on.
  if (list.length === 0 || (shown[0].thread > 0 && left === 0))
    list.unshift({ address: main, title: '<module>', variables: state.globals, running: list.length === 0, thread: 0 })
  let y = 8
  for (const [i, { address, title, variables, running, thread }] of list.entries()) {
    if (thread > 0 && i > 0) y += HEADING - GAP
    const rows = variables
      .filter(({ value }) => value !== 0)
      .map(
        ({ name, value, borrowed }): Row =>
          within(FRAME_WIDTH, counted(state, rowFor(state, name, value, borrowed), drawn)),
      )
    const height = TITLE + Math.max(1, rows.length) * ROW + 6
    boxes.push({
      x: FRAME_LEFT,
      y,
      width: FRAME_WIDTH,
      height,
      address,
      title: title === '<module>' ? 'global names' : `${title}()`,
      running,
      thread,
      hiddenBefore: i === OUTER_FRAMES ? left : 0,
      rows,
    })
    y += height + (left > 0 && i === OUTER_FRAMES - 1 ? HEADING : GAP)
  }
  return boxes
}
