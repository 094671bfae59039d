// One home for life: where each object stands is worked out once, over everything that exists at any step of the run, so
// that when the learner steps only what changed moves. An address used again by another object is another object.
//
// Objects stand in columns: who is held stands right of who holds it, where no ring forbids that. Between two columns is a
// channel in which nothing ever stands, and under each box a strip that only its own label may use: there the arrows go
// (route.ts). Two objects that never exist together may have the same home.

import { TITLE, WIDEST } from './rows.ts'
import type { Box } from './scene.ts'
import { nextOf } from './track.ts'

/** The most steps that are looked at; a longer run is sampled, and what falls between gets its place when met. */
const MOST_STEPS = 160
/** The most boxes that are looked at over those steps: where each shows many, fewer steps are looked at. */
const MOST_LOOKS = 3000
/** The most layers of holders and held: what stands deeper begins again at the left. */
const MOST_LAYERS = 12
/** Where a column ends: what has no room in it stands in another one, right of it. */
const BOTTOM = 1600
/** Where frames stand, and how wide each is. */
export const FRAME_LEFT = 8
export const FRAME_WIDTH = 176
/** Width of the channel between two columns. */
export const CHANNEL = 56
/** How far what is unreachable drifts into it: not so far as the first arrow there (route.ts). */
export const DRIFT = 8
/** Height of the strip under a box for its label, and of the free strip under that. */
export const LABEL = 18
const GAP = LABEL + 14
const TOP = 24

interface Sized {
  /** Names the object among all of the run (lives.ts). */
  readonly life: string
  readonly width: number
  readonly height: number
  /** The step with which it dies, Infinity where that is not known. It may be drawn until then, without a name too. */
  readonly until: number
}

/** What a column takes up from left to right. */
export interface Span {
  readonly left: number
  readonly right: number
}

/** Where objects stand. */
export interface Places {
  /** Whether the object is among those laid out, or has been given a place since. */
  has(life: string): boolean
  /** The object's home, and the room it has there; one that has none is given the next free one. */
  get(life: string, size: { readonly width: number; readonly height: number }): Box
  /** The columns there are: that of the frames, those of the objects laid out, and one for those met later. */
  readonly columns: readonly Span[]
}

/** What is drawn at one step: boxes with their sizes, and which of them hold which. */
export interface Drawn {
  readonly boxes: readonly Sized[]
  readonly edges: readonly (readonly [from: string, to: string])[]
}

/** An object over the whole run: its largest size, when it is there, what it holds. */
interface Stay {
  readonly life: string
  width: number
  height: number
  /** The last step before it was met, and the step at which it is a ghost. */
  readonly after: number
  readonly last: number
  /** At how many of the steps looked at it is there; and what it holds, at how many of them. */
  seen: number
  readonly holding: Map<Stay, number>
  /** What it holds, and what holds it, for most of the held object's time: what is only passing moves nothing aside. */
  readonly holds: Set<Stay>
  readonly holders: Set<Stay>
  /** How many hold it one through the other, -1 while that is not known. */
  layer: number
  y: number
}

/**
 * Places everything.
 * @param moments the steps that are drawn, ascending
 * @param drawnAt what is drawn at one of them; called in their order
 */
export function placeAll(moments: readonly number[], drawnAt: (step: number) => Drawn): Places {
  const stays = survey(moments, drawnAt)
  for (const stay of leftToRight(stays)) {
    stay.layer = 0
    for (const holder of stay.holders) stay.layer = Math.max(stay.layer, holder.layer + 1)
  }
  const layers: Stay[][] = Array.from({ length: MOST_LAYERS }, () => [])
  for (const stay of stays) {
    stay.layer %= MOST_LAYERS
    layers[stay.layer].push(stay)
  }
  const spans: Span[] = [{ left: FRAME_LEFT, right: FRAME_LEFT + FRAME_WIDTH }]
  const homes = new Map<string, Box>()
  for (const column of layers.flatMap(stacked)) {
    const left = spans[spans.length - 1].right + CHANNEL
    const width = Math.max(...column.map((stay) => stay.width))
    spans.push({ left, right: left + width })
    for (const { life, y, height } of column) homes.set(life, { x: left, y, width, height })
  }
  return { columns: spans, has: (life) => homes.has(life), get: newcomers(homes, spans) }
}

function survey(moments: readonly number[], drawnAt: (step: number) => Drawn): Stay[] {
  const stays = new Map<string, Stay>()
  let stride = Math.max(1, Math.ceil(moments.length / MOST_STEPS))
  let looks = 0
  let after = -1
  // The last step is always looked at: most is there at the end.
  for (let i = 0; i < moments.length; i += i === moments.length - 1 ? 1 : Math.min(stride, moments.length - 1 - i)) {
    const { boxes, edges } = drawnAt(moments[i])
    for (const { life, width, height, until } of boxes) {
      const stay = stays.get(life)
      if (!stay) {
        const ties = { seen: 1, holding: new Map<Stay, number>(), holds: new Set<Stay>(), holders: new Set<Stay>() }
        const last = nextOf(moments, until - 1) ?? Number.POSITIVE_INFINITY
        stays.set(life, { life, width, height, after, last, ...ties, layer: -1, y: TOP })
      } else {
        stay.seen++
        stay.width = Math.max(stay.width, width)
        stay.height = Math.max(stay.height, height)
      }
    }
    for (const [from, to] of edges) {
      const [holder, held] = [stays.get(from), stays.get(to)]
      if (!holder || !held || holder === held) continue
      holder.holding.set(held, (holder.holding.get(held) ?? 0) + 1)
    }
    after = moments[i]
    looks += boxes.length
    const left = Math.max(1, (MOST_LOOKS - looks) / Math.max(1, boxes.length))
    stride = Math.max(stride, Math.ceil((moments.length - i) / left))
  }
  for (const holder of stays.values()) {
    for (const [held, times] of holder.holding) {
      if (2 * times < held.seen) continue
      holder.holds.add(held)
      held.holders.add(holder)
    }
  }
  return [...stays.values()]
}

/** Who holds before who is held, as far as rings allow; else in the order in which they were met. */
function leftToRight(stays: readonly Stay[]): Stay[] {
  const order: Stay[] = []
  const entered = new Set<Stay>()
  for (const start of stays) {
    if (entered.has(start)) continue
    entered.add(start)
    const path = [{ stay: start, rest: start.holds.values() }]
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.rest.next()
      if (next.done) {
        order.push(top.stay)
        path.pop()
      } else if (!entered.has(next.value)) {
        entered.add(next.value)
        path.push({ stay: next.value, rest: next.value.holds.values() })
      }
    }
  }
  return order.reverse()
}

/**
 * The columns of a layer: each box beside its holders, at the first place that is free while it exists. What a column has
 * no room for begins the next one.
 */
function stacked(layer: readonly Stay[]): Stay[][] {
  const wishes = new Map(layer.map((stay) => [stay, wishOf(stay)]))
  // What is only passing stands below what stays.
  const most = Math.max(...layer.map(({ seen }) => seen))
  const rank = (stay: Stay) => (wishes.get(stay) ?? TOP) + (2 * stay.seen < most ? BOTTOM : 0)
  let rest = [...layer].sort((a, b) => rank(a) - rank(b))
  const columns: Stay[][] = []
  while (rest.length > 0) {
    const column: Stay[] = []
    const over: Stay[] = []
    for (const stay of rest) {
      stay.y = wishes.get(stay) ?? TOP
      for (const other of column) {
        const apart = stay.y + stay.height + GAP <= other.y || other.y + other.height + GAP <= stay.y
        if (!apart && meet(stay, other)) stay.y = other.y + other.height + GAP
      }
      const isOver = column.length > 0 && stay.y + stay.height > BOTTOM
      ;(isOver ? over : column).push(stay)
      if (isOver) wishes.set(stay, TOP)
      else column.sort((a, b) => a.y - b.y)
    }
    columns.push(column)
    rest = over
  }
  return columns
}

/** Where it would stand were it alone: as high as what holds it from further left. */
function wishOf({ layer, holders }: Stay): number {
  const heights = [...holders].filter((holder) => holder.layer < layer).map(({ y }) => y)
  return heights.length > 0 ? Math.round(heights.reduce((sum, y) => sum + y, 0) / heights.length) : TOP
}

/** Whether two objects are ever drawn together: a freed one is still there at the step that frees it, as a ghost. */
function meet(a: Stay, b: Stay): boolean {
  return a.last > b.after && b.last > a.after
}

/**
 * Homes for objects that were not looked at: they have columns of their own, right of all others. Objects at one address
 * are never there together, so that one home does for all that fit into it.
 */
function newcomers(homes: Map<string, Box>, spans: Span[]): Places['get'] {
  const byAddress = new Map<string, Box>()
  let bottom = Number.POSITIVE_INFINITY
  const homeFor = (height: number): Box => {
    if (bottom + height > BOTTOM) {
      const left = spans[spans.length - 1].right + CHANNEL
      spans.push({ left, right: left + WIDEST })
      bottom = TOP
    }
    const home = { x: spans[spans.length - 1].left, y: bottom, width: WIDEST, height }
    bottom += height + GAP
    return home
  }
  return (life, { height }) => {
    let home = homes.get(life)
    if (!home) {
      const address = life.slice(0, life.indexOf(':'))
      home = byAddress.get(address)
      if (!home || home.height < height) {
        home = homeFor(Math.max(height, TITLE * 3))
        byAddress.set(address, home)
      }
      homes.set(life, home)
    }
    return home
  }
}
