// How a view goes from the worker to the page: the corners of its arrows in one array. A full picture has thousands, and as
// small arrays they take longer to send than everything else of it.

import type { Arrow, Scene } from './scene.ts'
import type { View } from './view.ts'

/** An arrow whose corners stand elsewhere. */
interface PackedArrow extends Omit<Arrow, 'points'> {
  /** How many it has. */
  readonly corners: number
}

/** A view as it is sent. */
export type Packed<V extends View> = Omit<V, 'scene'> & { readonly scene: PackedScene }

interface PackedScene extends Omit<Scene, 'arrows'> {
  readonly arrows: readonly PackedArrow[]
  /** The corners of all arrows, one after the other: x, y, x, y … */
  readonly corners: Float64Array<ArrayBuffer>
}

/** Makes a view ready to be sent. */
export function pack<V extends View>(view: V): Packed<V> {
  const { arrows } = view.scene
  const corners = new Float64Array(2 * arrows.reduce((sum, { points }) => sum + points.length, 0))
  let at = 0
  const packed = arrows.map(({ points, ...arrow }) => {
    for (const point of points) {
      corners[at++] = point[0]
      corners[at++] = point[1]
    }
    return { ...arrow, corners: points.length }
  })
  return { ...view, scene: { ...view.scene, arrows: packed, corners } }
}

/** The picture that was sent. */
export function unpack({ corners, ...scene }: PackedScene): Scene {
  let at = 0
  const arrows = scene.arrows.map(({ corners: count, ...arrow }): Arrow => {
    const points: [number, number][] = []
    for (let i = 0; i < count; i++, at += 2) points.push([corners[at], corners[at + 1]])
    return { ...arrow, points }
  })
  return { ...scene, arrows }
}
