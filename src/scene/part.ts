// The part of a picture that is looked at. A picture of hundreds of boxes is wider than any screen: what is far from what
// can be seen is not drawn, so that a step costs what is seen of it.

import { type Arrow, type Box, nameOfArrow, type Scene } from './scene.ts'

/** A picture with at most so many boxes is always drawn whole. */
export const ALWAYS_DRAWN = 60

/** What stays in the part wherever it is. */
export interface Kept {
  /** Addresses of objects: the chosen one, the one that has the keyboard's focus. */
  readonly objects: ReadonlySet<number>
  /** Names of arrows: those that are lit. */
  readonly arrows: ReadonlySet<string>
}

/** The boxes and arrows of a scene that reach into an area of it, in their order; its size stays that of the whole. */
export function partOf(scene: Scene, area: Box, kept: Kept): Scene {
  return {
    ...scene,
    frames: scene.frames.filter((frame) => meet(frame, area)),
    objects: scene.objects.filter((box) => meet(box, area) || kept.objects.has(box.address)),
    arrows: scene.arrows.filter((arrow) => reaches(arrow, area) || kept.arrows.has(nameOfArrow(arrow))),
  }
}

/** Whether every point of an area is one of another area too. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** An area with so much more on every side. */
export function widened({ x, y, width, height }: Box, across: number, down: number): Box {
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down }
}

function reaches({ points }: Arrow, area: Box): boolean {
  return points.some(([x2, y2], i) => {
    if (i === 0) return false
    const [x1, y1] = points[i - 1]
    return meet({ x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }, area)
  })
}

function meet(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
}
