// The ways of arrows. Boxes stand in columns with channels between them (place.ts), so a way is: right out of a box into
// the channel beside it, up or down there, through a gap between two boxes of the next column into the next channel, and so
// on to the box it leads to. Ways to different boxes keep apart; ways to the same box run together. What objects hold is
// laid first; what names mean finds its way between that, so that a name that moves on moves no other arrow.

import { firstPast } from '../trace/ascending.ts'
import { CHANNEL, LABEL, type Span } from './place.ts'
import type { Box } from './scene.ts'

/** A point of a way. */
export type Point = readonly [x: number, y: number]

/** What is to be connected. */
export interface Link {
  readonly from: Box
  /** Where the way begins: inside the box it comes from, or on its right side. */
  readonly x: number
  readonly y: number
  readonly to: Box
  /** Height at which the way ends, on the side of the box it leads to. */
  readonly end: number
  /** Ways with the same mark may run together. */
  readonly mark: number
  /** Whether it may be another one at the next step: its way gives way to all others. */
  readonly passing: boolean
}

/** Where nothing stands in a column, from top to bottom. */
interface Gap {
  readonly from: number
  readonly to: number
}

/** A way through the gap of a column. */
interface Crossing {
  readonly column: number
  readonly gap: Gap
  readonly wish: number
  readonly mark: number
  y: number
}

/** A way up or down in a channel: the one right of column `channel`. */
interface Climb {
  readonly channel: number
  readonly from: number
  readonly to: number
  readonly mark: number
  /** Whether it turns back to the left at its end. */
  readonly back: boolean
  x: number
}

/** The climbs of one mark on one side of a channel: they share a lane. */
interface Group {
  readonly mark: number
  readonly climbs: Climb[]
  /** From the highest point to the lowest. */
  from: number
  to: number
  readonly down: boolean
}

type Lane = readonly Group[]

/** The lanes of a channel, from either side on: those of ways that turn back, and of all others. */
interface Channel {
  readonly back: readonly Lane[]
  readonly forth: readonly Lane[]
}

/** A way of a link before its climbs have their places. */
interface Way {
  readonly link: Link
  readonly back: boolean
  readonly climbs: readonly Climb[]
}

/** Ways that lie already, and what they take up. */
interface Laid {
  readonly ways: readonly Way[]
  readonly crossings: ReadonlyMap<Gap, readonly Crossing[]>
  /** By number of the column left of them. */
  readonly channels: ReadonlyMap<number, Channel>
}

const NOTHING: Laid = { ways: [], crossings: new Map(), channels: new Map() }

/** How far an arrow's tip stands off the box, a way from the sides of a channel, two ways from each other. */
const TIP = 2
const SIDE = 12
const APART = 7
/** So many lanes fit into a channel so far apart. */
export const ROOMY = 5
/** So many more are made room for at once in a fuller one. */
const MORE = 3
/** How far a way keeps from the box below it. */
const CLEAR = 4
/** How far above its highest box a column may be crossed. */
const SKY = 4

/** What the ways of one picture leave for the next one: with the same boxes, the same lasting links lie as they do. */
interface Last {
  readonly columns: number
  readonly boxes: readonly Box[]
  readonly gaps: readonly (readonly Gap[])[]
  readonly links: readonly Link[]
  readonly laid: Laid
}

/** Finds ways for one picture after the other. From step to step most often a count changes or a name moves on. */
export class Router {
  #last: Last | null = null

  /** As `waysOf`. Columns may only be added from one picture to the next. */
  ways(columns: readonly Span[], boxes: readonly Box[], links: readonly Link[]): Point[][] {
    const lasting = links.filter(({ passing }) => !passing)
    const last = this.#last
    const isSame =
      last !== null &&
      last.columns === columns.length &&
      last.boxes.length === boxes.length &&
      last.links.length === lasting.length &&
      boxes.every((box, i) => stand(box, last.boxes[i])) &&
      lasting.every((link, i) => lead(link, last.links[i]))
    const gaps = isSame ? last.gaps : gapsOf(columns, boxes)
    const laid = isSame ? last.laid : lay(columns, gaps, lasting, NOTHING)
    this.#last = { columns: columns.length, boxes, gaps, links: lasting, laid }
    const passing = lay(
      columns,
      gaps,
      links.filter((link) => link.passing),
      laid,
    )
    giveLanes(columns, passing.channels)
    const [stays, goes] = [laid.ways.values(), passing.ways.values()]
    return links.map((link) => pointsOf((link.passing ? goes : stays).next().value as Way))
  }
}

/** Whether two boxes stand in the same place. */
function stand(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function lead(a: Link, b: Link): boolean {
  return (
    a.x === b.x && a.y === b.y && a.end === b.end && a.mark === b.mark && stand(a.from, b.from) && stand(a.to, b.to)
  )
}

/**
 * The ways of all links, as the points of their corners.
 * @param columns from left to right, not touching each other
 * @param boxes everything that stands in them
 */
export function waysOf(columns: readonly Span[], boxes: readonly Box[], links: readonly Link[]): Point[][] {
  return new Router().ways(columns, boxes, links)
}

/** Adds ways to those that lie: these stay as they are, but for the sides of their channels. */
function lay(columns: readonly Span[], gaps: readonly (readonly Gap[])[], links: readonly Link[], before: Laid): Laid {
  const plans = links.map((link) => {
    const [start, goal] = [columnOf(columns, link.from), columnOf(columns, link.to)]
    const back = goal <= start
    const crossings: Crossing[] = []
    let y = link.y
    for (const column of between(start, goal)) {
      const crossing = through(column, gaps[column], y, link)
      crossings.push(crossing)
      y = crossing.wish
    }
    return { link, start, back, crossings }
  })
  const crossings = Map.groupBy(
    plans.flatMap((plan) => plan.crossings),
    ({ gap }) => gap,
  )
  for (const [gap, sharing] of crossings) keepApart(gap, sharing, before.crossings.get(gap))
  const ways = plans.map(({ link, start, back, crossings }): Way => {
    const stops = [...crossings.map(({ y }) => y), link.end]
    const passed = [start, ...crossings.map(({ column }) => (back ? column - 1 : column))]
    const climbs = stops.map((to, i): Climb => {
      const from = i === 0 ? link.y : stops[i - 1]
      return { channel: passed[i], from, to, mark: link.mark, back: back && i === stops.length - 1, x: 0 }
    })
    return { link, back, climbs }
  })
  const climbing = ways.flatMap(({ climbs }) => climbs.filter(({ from, to, back }) => from !== to || back))
  return { ways, crossings, channels: withLanes(climbing, before.channels) }
}

/** The last column that begins left of a box or with it; -1 where there is none. */
function columnOf(columns: readonly Span[], { x }: Box): number {
  return firstPast(columns, ({ left }) => left > x) - 1
}

function pointsOf({ link, back, climbs }: Way): Point[] {
  const points: Point[] = [[link.x, link.y]]
  let [lastX, lastY] = points[0]
  const turn = (x: number, y: number) => {
    if (x === lastX && y === lastY) return
    points.push([x, y])
    lastX = x
    lastY = y
  }
  for (const { x, from, to } of climbs) {
    if (x === 0) continue // it goes straight on
    turn(x, from)
    turn(x, to)
  }
  turn(back ? link.to.x + link.to.width + TIP : link.to.x - TIP, link.end)
  return points
}

/** The columns that are crossed from one to another, in order: an arrow leaves to the right, and arrives from the left, or back from the right. */
function between(start: number, goal: number): number[] {
  return goal > start
    ? Array.from({ length: goal - start - 1 }, (_, i) => start + 1 + i)
    : Array.from({ length: start - goal }, (_, i) => start - i)
}

function gapsOf(columns: readonly Span[], boxes: readonly Box[]): Gap[][] {
  const standing: Box[][] = columns.map(() => [])
  for (const box of boxes) standing[columnOf(columns, box)]?.push(box)
  return standing.map((column) => {
    const gaps: Gap[] = []
    let from = SKY
    for (const { y, height } of column.sort((a, b) => a.y - b.y)) {
      if (y - CLEAR >= from) gaps.push({ from, to: y - CLEAR })
      from = Math.max(from, y + height + LABEL)
    }
    gaps.push({ from, to: Number.POSITIVE_INFINITY })
    return gaps
  })
}

/** The gap of a column through which a way at height `y` gets to its end with the least climbing. */
function through(column: number, gaps: readonly Gap[], y: number, { end, mark }: Link): Crossing {
  let best: Gap | undefined
  let height = y
  let least = Number.POSITIVE_INFINITY
  for (const gap of gaps) {
    const wish = Math.min(gap.to, Math.max(gap.from, y))
    const climbing = Math.abs(wish - y) + Math.abs(wish - end)
    if (climbing < least) {
      best = gap
      height = wish
      least = climbing
    }
  }
  if (!best) throw new Error(`column ${column} has no gap`)
  return { column, gap: best, wish: height, mark, y: height }
}

/** Ways with different marks get different heights in the gap they share, beside those that lie there. */
function keepApart(gap: Gap, sharing: readonly Crossing[], before: readonly Crossing[] = []): void {
  // Those of one mark are where the first of them wishes to be.
  const [{ mark, wish }] = sharing
  if (before.length === 0 && sharing.every((crossing) => crossing.mark === mark)) {
    for (const crossing of sharing) crossing.y = wish
    return
  }
  const marks = [...Map.groupBy(sharing, ({ mark }) => mark).values()]
  if (before.length > 0) fitIn(gap, marks, before)
  else spread(gap, marks)
}

/** As near to their wishes as they can be in their order, at equal distances where they crowd. */
function spread({ from, to }: Gap, marks: readonly Crossing[][]): void {
  const apart = Math.min(APART, (to - from) / Math.max(1, marks.length - 1))
  let y = from
  for (const [i, same] of marks.toSorted((a, b) => a[0].wish - b[0].wish).entries()) {
    y = Math.min(Math.max(y, same[0].wish), to - (marks.length - 1 - i) * apart)
    for (const crossing of same) crossing.y = y
    y += apart
  }
}

function fitIn(gap: Gap, marks: readonly Crossing[][], before: readonly Crossing[]): void {
  const taken = [...before]
  for (const same of marks) {
    const [{ mark, wish }] = same
    const y = before.find((other) => other.mark === mark)?.y ?? beside(wish, gap, taken)
    for (const crossing of same) crossing.y = y
    taken.push(same[0])
  }
}

/** The height nearest to a wish that keeps away from those taken; where there is none, the middle of the largest space left. */
function beside(wish: number, { from, to }: Gap, taken: readonly Crossing[]): number {
  const heights = taken.map(({ y }) => y)
  const isFree = (y: number) => y >= from && y <= to && heights.every((other) => Math.abs(other - y) >= APART)
  const free = [wish, ...heights.flatMap((y) => [y - APART, y + APART])].filter(isFree)
  if (free.length > 0) return free.reduce((a, b) => (Math.abs(b - wish) < Math.abs(a - wish) ? b : a))
  const edges = [from, ...heights.sort((a, b) => a - b), to]
  const spaces = edges.slice(1).map((y, i) => ({ size: y - edges[i], middle: (y + edges[i]) / 2 }))
  return spaces.reduce((a, b) => (b.size > a.size ? b : a)).middle
}

/** Adds climbs to the lanes there are. Climbs with different marks that pass the same height get different lanes. */
function withLanes(climbs: readonly Climb[], channels: Laid['channels']): Laid['channels'] {
  const all = new Map(channels)
  for (const [channel, inside] of Map.groupBy(climbs, (climb) => climb.channel)) {
    const { back, forth } = channels.get(channel) ?? { back: [], forth: [] }
    all.set(channel, { back: lanesOf(inside, true, back), forth: lanesOf(inside, false, forth) })
  }
  return all
}

/**
 * Lanes from the side of the arrows' tips on: what goes down from further above, or up from further below, turns later.
 * @param back which of the climbs get them: those that turn back, or all others
 */
function lanesOf(climbs: readonly Climb[], back: boolean, before: readonly Lane[]): Lane[] {
  const groups = groupsOf(climbs, back)
  groups.sort((a, b) => Number(b.down) - Number(a.down) || (a.down ? a.from - b.from : b.to - a.to))
  const lanes = before.map((lane) => [...lane])
  for (const group of groups) {
    const own = before.findIndex((lane) => lane.some(({ mark }) => mark === group.mark))
    const lane = own >= 0 && isFree(lanes[own], group) ? lanes[own] : freeLane(lanes, group)
    if (lane) lane.push(group)
    else lanes.push([group])
  }
  return lanes
}

function freeLane(lanes: Group[][], group: Group): Group[] | undefined {
  for (let i = 0; i < lanes.length; i++) if (isFree(lanes[i], group)) return lanes[i]
  return undefined
}

/** Whether nothing else in a lane comes near. Asked thousands of times for a full picture: it leaves no garbage. */
function isFree(lane: Lane, { mark, from, to }: Group): boolean {
  for (let i = 0; i < lane.length; i++) {
    const other = lane[i]
    if (other.mark !== mark && to + APART >= other.from && other.to + APART >= from) return false
  }
  return true
}

function groupsOf(climbs: readonly Climb[], back: boolean): Group[] {
  const groups = new Map<number, Group>()
  for (const climb of climbs) {
    if (climb.back !== back) continue
    const { mark, from, to } = climb
    const group = groups.get(mark)
    if (group) {
      group.climbs.push(climb)
      group.from = Math.min(group.from, from, to)
      group.to = Math.max(group.to, from, to)
    } else
      groups.set(mark, { mark, climbs: [climb], from: Math.min(from, to), to: Math.max(from, to), down: to > from })
  }
  return [...groups.values()]
}

/** Gives lanes their places. In a full channel there is room for some more: the next one moves none of them. */
function giveLanes(columns: readonly Span[], channels: Laid['channels']): void {
  for (const [channel, { back, forth }] of channels) {
    const left = columns[channel].right
    const right = columns[channel + 1]?.left ?? left + CHANNEL
    const more = Math.max(0, back.length + forth.length - ROOMY)
    const lanes = ROOMY + MORE * Math.ceil(more / MORE)
    const apart = Math.min(APART, (right - left - 2 * SIDE) / (lanes - 1))
    for (const [i, lane] of back.entries()) put(lane, left + SIDE + i * apart)
    for (const [i, lane] of forth.entries()) put(lane, right - SIDE - i * apart)
  }
}

function put(lane: Lane, x: number): void {
  for (const { climbs } of lane) for (const climb of climbs) climb.x = x
}
