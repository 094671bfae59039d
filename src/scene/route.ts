// The ways of arrows. Boxes stand in columns with channels between them (place.ts), so a way is: right out of a box into
// the channel beside it, up or down there, through a gap between two boxes of the next column into the next channel, and so
// on to the box it leads to. Ways to different boxes keep apart; ways to the same box run together.

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
  readonly mark: string
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
  readonly mark: string
  y: number
}

/** A way up or down in a channel: the one right of column `channel`. */
interface Climb {
  readonly channel: number
  readonly from: number
  readonly to: number
  readonly mark: string
  /** Whether it turns back to the left at its end. */
  readonly back: boolean
  x: number
}

/** How far an arrow's tip stands off the box, a way from the sides of a channel, two ways from each other. */
const TIP = 2
const SIDE = 12
const APART = 7
/** How far a way keeps from the box below it. */
const CLEAR = 4
/** How far above its highest box a column may be crossed. */
const SKY = 4

/**
 * Finds ways for one picture after the other. From step to step most often a count changes and nothing else: then the ways
 * are those of the picture before.
 */
export class Router {
  #last: { columns: number; boxes: readonly Box[]; links: readonly Link[]; ways: Point[][] } | null = null

  /** As `waysOf`. Columns may only be added from one picture to the next. */
  ways(columns: readonly Span[], boxes: readonly Box[], links: readonly Link[]): Point[][] {
    const last = this.#last
    const isSame =
      last !== null &&
      last.columns === columns.length &&
      last.boxes.length === boxes.length &&
      last.links.length === links.length &&
      boxes.every((box, i) => stand(box, last.boxes[i])) &&
      links.every((link, i) => lead(link, last.links[i]))
    if (isSame) return last.ways
    const ways = waysOf(columns, boxes, links)
    this.#last = { columns: columns.length, boxes, links, ways }
    return ways
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
  const columnOf = (box: Box) => columns.findLastIndex(({ left }) => left <= box.x)
  const gaps = gapsOf(columns.length, boxes, columnOf)
  const plans = links.map((link) => {
    const [start, goal] = [columnOf(link.from), columnOf(link.to)]
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
  keepApart(plans.flatMap(({ crossings }) => crossings))
  const ways = plans.map(({ link, start, back, crossings }) => {
    const stops = [...crossings.map(({ y }) => y), link.end]
    const channels = [start, ...crossings.map(({ column }) => (back ? column - 1 : column))]
    const climbs = stops.map((to, i): Climb => {
      const from = i === 0 ? link.y : stops[i - 1]
      return { channel: channels[i], from, to, mark: link.mark, back: back && i === stops.length - 1, x: 0 }
    })
    return { link, back, climbs }
  })
  giveLanes(
    columns,
    ways.flatMap(({ climbs }) => climbs.filter(({ from, to, back }) => from !== to || back)),
  )
  return ways.map(({ link, back, climbs }) => {
    const points: Point[] = [[link.x, link.y]]
    for (const { x, from, to } of climbs) if (x > 0) points.push([x, from], [x, to])
    points.push([back ? link.to.x + link.to.width + TIP : link.to.x - TIP, link.end])
    return points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1])
  })
}

/** The columns that are crossed from one to another, in order: an arrow leaves to the right, and arrives from the left, or back from the right. */
function between(start: number, goal: number): number[] {
  return goal > start
    ? Array.from({ length: goal - start - 1 }, (_, i) => start + 1 + i)
    : Array.from({ length: start - goal }, (_, i) => start - i)
}

function gapsOf(count: number, boxes: readonly Box[], columnOf: (box: Box) => number): Gap[][] {
  const columns: Box[][] = Array.from({ length: count }, () => [])
  for (const box of boxes) columns[columnOf(box)]?.push(box)
  return columns.map((column) => {
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
  let best: Crossing | undefined
  let least = Number.POSITIVE_INFINITY
  for (const gap of gaps) {
    const wish = Math.min(gap.to, Math.max(gap.from, y))
    const climbing = Math.abs(wish - y) + Math.abs(wish - end)
    if (climbing < least) {
      best = { column, gap, wish, mark, y: wish }
      least = climbing
    }
  }
  if (!best) throw new Error(`column ${column} has no gap`)
  return best
}

/** Ways with different marks get different heights in the gap they share. */
function keepApart(crossings: readonly Crossing[]): void {
  for (const sharing of Map.groupBy(crossings, ({ gap }) => gap).values()) {
    const marks = [...Map.groupBy(sharing, ({ mark }) => mark).values()].sort((a, b) => a[0].wish - b[0].wish)
    const { from, to } = sharing[0].gap
    const apart = Math.min(APART, (to - from) / Math.max(1, marks.length - 1))
    let y = from
    for (const [i, same] of marks.entries()) {
      y = Math.min(Math.max(y, same[0].wish), to - (marks.length - 1 - i) * apart)
      for (const crossing of same) crossing.y = y
      y += apart
    }
  }
}

/** Ways with different marks that pass the same height of a channel get different lanes there. */
function giveLanes(columns: readonly Span[], climbs: readonly Climb[]): void {
  for (const [channel, inside] of Map.groupBy(climbs, (climb) => climb.channel)) {
    const left = columns[channel].right
    const right = columns[channel + 1]?.left ?? left + CHANNEL
    const back = lanesOf(inside.filter((climb) => climb.back))
    const forth = lanesOf(inside.filter((climb) => !climb.back))
    const apart = Math.min(APART, (right - left - 2 * SIDE) / Math.max(1, back.length + forth.length - 1))
    for (const [i, lane] of back.entries()) for (const climb of lane) climb.x = left + SIDE + i * apart
    for (const [i, lane] of forth.entries()) for (const climb of lane) climb.x = right - SIDE - i * apart
  }
}

/** Lanes from the side of the arrows' tips on: what goes down from further above, or up from further below, turns later. */
function lanesOf(climbs: readonly Climb[]): Climb[][] {
  const groups = [...Map.groupBy(climbs, ({ mark }) => mark).values()].map((same) => ({
    same,
    from: Math.min(...same.map((climb) => Math.min(climb.from, climb.to))),
    to: Math.max(...same.map((climb) => Math.max(climb.from, climb.to))),
    down: same[0].to > same[0].from,
  }))
  groups.sort((a, b) => Number(b.down) - Number(a.down) || (a.down ? a.from - b.from : b.to - a.to))
  const lanes: { climbs: Climb[]; taken: (typeof groups)[number][] }[] = []
  for (const group of groups) {
    const isFree = (other: (typeof groups)[number]) => group.to + APART < other.from || other.to + APART < group.from
    let lane = lanes.find(({ taken }) => taken.every(isFree))
    if (!lane) {
      lane = { climbs: [], taken: [] }
      lanes.push(lane)
    }
    lane.taken.push(group)
    lane.climbs.push(...group.same)
  }
  return lanes.map((lane) => lane.climbs)
}
