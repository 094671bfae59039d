// The laws of a picture, as tests hold them against it: what is broken, in words. Nothing is drawn with this.

import { LABEL } from './place.ts'
import type { Box, Scene } from './scene.ts'

/** What one scene breaks: boxes that cover each other or leave the picture, arrows through what is not theirs. */
export function brokenLaws({ width, height, frames, objects, arrows }: Scene): string[] {
  const broken: string[] = []
  const boxes = [...frames, ...objects].map((box) => ({ ...box, name: `${box.title} ${box.address} ${placeOf(box)}` }))
  for (const [i, box] of boxes.entries()) {
    if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
      broken.push(`${box.name} leaves the picture`)
    for (const other of boxes.slice(i + 1)) if (overlap(box, other)) broken.push(`${box.name} covers ${other.name}`)
  }
  const labelled = boxes.map((box) => ({ ...box, height: box.height + ('life' in box ? LABEL - 1 : 0) }))
  for (const { from, to, points, kind } of arrows) {
    const foreign = labelled.filter(({ address }) => address !== from && address !== to)
    for (let i = 1; i < points.length; i++) {
      const [[x1, y1], [x2, y2]] = [points[i - 1], points[i]]
      if (x1 !== x2 && y1 !== y2) broken.push(`an arrow goes aslant from (${x1}, ${y1}) to (${x2}, ${y2})`)
      if (![x1, y1, x2, y2].every(Number.isFinite)) broken.push('an arrow leads nowhere')
      const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)]
      if (x < 0 || y < 0 || x1 > width || y1 > height) broken.push('an arrow leaves the picture')
      const line = { x, y, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }
      for (const box of foreign) if (overlap(line, box)) broken.push(`an arrow (${kind}) to ${to} crosses ${box.name}`)
    }
  }
  return broken
}

/** Whether two boxes share more than an edge; of a line it is enough that it goes through. */
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function placeOf({ x, y, width, height }: Box): string {
  return `(${x}, ${y}, ${width}, ${height})`
}
