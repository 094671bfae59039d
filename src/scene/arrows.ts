// The arrows of a picture: from the end of a row to the side of a box.

import type { DecodedState } from '../trace/decode.ts'
import type { Span } from './place.ts'
import type { Link, Router } from './route.ts'
import { ROW, TITLE } from './rows.ts'
import { type Arrow, type FrameBox, type ObjectBox, rowLabels } from './scene.ts'

const KINDS: readonly Arrow['kind'][] = ['owned', 'borrowed', 'weak']
/** Where the dot at the end of a row is, from the right side of the box. */
const DOT = 12
/** Where a weak reference's own arrow begins, below the middle of its title, where others end. */
const WEAK = 22

/**
 * Every arrow between the boxes of a picture.
 * @param columns where the boxes stand
 * @param router finds their ways, and remembers those of the last picture
 * @param isNew whether the row of a box with that label ('': its title) did not lead to that object at the step before
 */
export function arrowsOf(
  { frames, objects }: { readonly frames: readonly FrameBox[]; readonly objects: readonly ObjectBox[] },
  columns: readonly Span[],
  state: DecodedState,
  router: Router,
  isNew: (from: number, label: string, to: number) => boolean,
): Arrow[] {
  const living = objects.filter((box) => box.state !== 'freed')
  const byAddress = new Map(living.map((box) => [box.address, box]))
  const heads: Omit<Arrow, 'points'>[] = []
  const links: Link[] = []
  const running = new Set(frames.map(({ address }) => address))
  const add = (box: FrameBox | ObjectBox, row: number, label: string, target: number, kind: Arrow['kind']) => {
    const to = byAddress.get(target)
    if (!to) return
    const y = box.y + (row < 0 ? WEAK : TITLE + row * ROW + ROW / 2)
    const x = box.x + box.width - (row < 0 ? 0 : DOT)
    heads.push({ from: box.address, row, label, to: target, kind, isNew: isNew(box.address, label, target) })
    const passing = running.has(box.address)
    links.push({
      from: box,
      x,
      y,
      to,
      end: to.y + TITLE / 2,
      mark: target * KINDS.length + KINDS.indexOf(kind),
      passing,
    })
  }
  for (const box of [...frames, ...living]) {
    const labels = rowLabels(box.rows)
    for (const [i, { target, borrowed }] of box.rows.entries())
      add(box, i, labels[i], target, borrowed ? 'borrowed' : 'owned')
  }
  for (const { address } of living) {
    for (const weakref of state.objects.get(address)?.weakrefs ?? []) {
      const from = byAddress.get(weakref)
      if (from) add(from, -1, '', address, 'weak')
    }
  }
  const ways = router.ways(columns, [...frames, ...objects], links)
  return heads.map((head, i) => ({ ...head, points: ways[i] }))
}
