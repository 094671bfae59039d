// A picture as a table: the same frames, objects and arrows in rows and words. Where the picture has an arrow, the table has
// a way to the object as a program would write it: `a`, `a[0]`, `p.next`.

import type { FrameBox, ObjectBox, Scene } from './scene.ts'

/** What a row of the picture leads to or says. */
export interface Held {
  /** The name, index or attribute. */
  readonly label: string
  /** A small value, or what an empty slot says; '' where it leads to an object. */
  readonly text: string
  /** The object it leads to. */
  readonly to: ObjectName | null
  readonly kind: 'owned' | 'borrowed' | 'weak'
}

/** An object in words. */
export interface ObjectName {
  readonly type: string
  /** The shortest way to it from a name; '' where none leads to it, and where its type says the same. */
  readonly way: string
}

/** One line of the frames' table. */
export interface FrameRow {
  readonly frame: FrameBox
  readonly held: readonly Held[]
}

/** One line of the objects' table. */
export interface ObjectRow {
  readonly box: ObjectBox
  readonly name: ObjectName
  readonly held: readonly Held[]
}

/** The whole picture. */
export interface SceneTable {
  readonly frames: readonly FrameRow[]
  readonly objects: readonly ObjectRow[]
}

/** Every row stands where its box does in the scene's lists. */
export function tableOf(scene: Scene): SceneTable {
  const ways = waysOf(scene)
  const boxes = new Map(scene.objects.map((box) => [box.address, box]))
  const nameOf = (address: number): ObjectName => {
    const type = boxes.get(address)?.title ?? ''
    const way = ways.get(address) ?? ''
    // A function or class says its own name already.
    return { type, way: type.endsWith(` ${way}`) ? '' : way }
  }
  const held = (box: FrameBox | ObjectBox): Held[] => [
    ...box.rows.map(({ label, text, target, borrowed }) => ({
      label,
      text,
      to: target === 0 ? null : nameOf(target),
      kind: borrowed ? ('borrowed' as const) : ('owned' as const),
    })),
    ...scene.arrows
      .filter(({ kind, from }) => kind === 'weak' && from === box.address)
      .map(({ to }) => ({ label: '', text: '', to: nameOf(to), kind: 'weak' as const })),
  ]
  return {
    frames: scene.frames.map((frame) => ({ frame, held: held(frame) })),
    objects: scene.objects.map((box) => ({ box, name: nameOf(box.address), held: held(box) })),
  }
}

/** The shortest way to each object, by address; of two equally short ones the first in the picture. */
function waysOf({ frames, objects }: Scene): Map<number, string> {
  const ways = new Map<number, string>()
  const boxes = new Map(objects.map((box) => [box.address, box]))
  const reach = (target: number, way: string) => {
    if (target !== 0 && !ways.has(target) && boxes.has(target)) ways.set(target, way)
  }
  for (const frame of frames) for (const { label, target } of frame.rows) reach(target, label)
  // A Map goes on to what is added while it is walked.
  for (const [address, way] of ways)
    for (const { label, target } of boxes.get(address)?.rows ?? []) reach(target, way + part(label))
  return ways
}

function part(label: string): string {
  if (label.startsWith('.')) return label
  return /^[\p{L}_]/u.test(label) ? `.${label}` : `[${label}]`
}
