// The arrows of a picture: from the end of a row to the near side of a box, with one bend in the gap before it.

import type { DecodedState } from '../trace/decode.ts'
import type { Arrow, Box, ObjectBox, Row, Scene } from './scene.ts'

const TITLE = 28
const ROW = 26

/** Every arrow between the boxes of a picture. */
export function arrowsOf(boxes: Omit<Scene, 'arrows'>, state: DecodedState): Arrow[] {
  const byAddress = new Map(boxes.objects.map((box) => [box.address, box]))
  const arrows: Arrow[] = []
  const add = (from: number, box: Box, row: Row, index: number) => {
    const target = byAddress.get(row.target)
    if (row.target === 0 || !target || target.state === 'freed') return
    arrows.push({
      from,
      row: index,
      to: row.target,
      points: path(box, index, target),
      kind: row.borrowed ? 'borrowed' : 'owned',
    })
  }
  for (const frame of boxes.frames) for (const [i, row] of frame.rows.entries()) add(frame.address, frame, row, i)
  for (const box of boxes.objects) {
    if (box.state === 'freed') continue
    for (const [i, row] of box.rows.entries()) add(box.address, box, row, i)
    for (const weakref of state.objects.get(box.address)?.weakrefs ?? []) {
      const from = byAddress.get(weakref)
      if (from) arrows.push({ from: weakref, row: -1, to: box.address, points: path(from, -1, box), kind: 'weak' })
    }
  }
  return arrows
}

/** From row `index` of a box (-1: its title) to another box. */
function path(from: Box, index: number, to: ObjectBox): [number, number][] {
  const y = from.y + (index < 0 ? TITLE / 2 : TITLE + index * ROW + ROW / 2)
  const startX = from.x + from.width - (index < 0 ? 0 : 12)
  const endY = to.y + TITLE / 2
  if (to.x >= from.x + from.width) {
    const bend = to.x - 24
    return [
      [startX, y],
      [bend, y],
      [to.x - 2, endY],
    ]
  }
  const [right, side] = [from.x + from.width, to.x + to.width]
  // To itself, or to a box that stands above or below: around the right side and in from the right.
  if (side > from.x) {
    const around = Math.max(right, side) + 18
    return [
      [startX, y],
      [around, y],
      [around, endY],
      [side + 2, endY],
    ]
  }
  // Back to the left: above both boxes, so that the line does not run through them.
  const above = Math.min(from.y, to.y) - 8
  return [
    [startX, y],
    [right + 14, y],
    [right + 14, above],
    [side + 14, above],
    [side + 14, endY],
    [side + 2, endY],
  ]
}
