// Who holds an object, as lines of the ledger; beside a picture, with the arrows that show each reference.

import { PyGenObject } from '../simulator/heap/structs.ts'
import type { DecodedState } from '../trace/decode.ts'
import { ledger } from '../trace/query.ts'
import type { Holder, HolderKind } from '../trace/state.ts'
import type { Arrow, DrawnHolder, FrameBox, HolderRow } from './scene.ts'

/** The kinds of reference that can be a row of a box; the others are not drawn. */
const DRAWN: ReadonlySet<HolderKind> = new Set(['name', 'local', 'item', 'value', 'attribute', 'field'])
/** How the holder of a namespace holds it. */
const NAMESPACE: ReadonlySet<string | number | undefined> = new Set(['__dict__', 'f_locals'])

/** The ledger of one object as rows: owners first. */
export function holderRows(state: DecodedState, address: number): HolderRow[] {
  return ledger(state, address).map((holder) => holderRow(state, holder))
}

/** A holder in a state, as a line of the ledger. */
export function holderRow(state: DecodedState, { kind, label, owned, from }: Holder): HolderRow {
  const running = state.frames.find((frame) => frame.address === from)?.name
  // A frame that has ended, or one that a traceback keeps, is named by the label.
  const ended = kind === 'local' || kind === 'stack' ? String(label[0]) : ''
  return { kind, label, owned, where: running ?? ended }
}

/**
 * The same beside a picture, for any object of it. Several references from one box to one object are told apart by their
 * order, which the rows of the box and the ledger share.
 */
export function holdersBeside(
  state: DecodedState,
  frames: readonly FrameBox[],
  arrows: readonly Arrow[],
): (address: number) => DrawnHolder[] {
  const counting = arrows.flatMap(({ from, to, kind }, index) => (kind === 'weak' ? [] : [{ from, to, index }]))
  const arriving = Map.groupBy(counting, ({ to }) => to)
  return (address) => {
    const ways = Map.groupBy(arriving.get(address) ?? [], ({ from }) => from)
    return ledger(state, address).map((holder) => {
      const places = DRAWN.has(holder.kind) ? placesOf(state, holder, frames) : []
      const found = places.map((place) => ways.get(place)?.shift()?.index).filter((arrow) => arrow !== undefined)
      return { ...holderRow(state, holder), arrows: found }
    })
  }
}

/**
 * Addresses of the boxes in which a reference may be a row. What a dictionary of attributes or a cell holds is a row of the
 * instance or the frame; of the dictionary too, where it has a box of its own.
 */
function placesOf(state: DecodedState, { kind, label, from }: Holder, frames: readonly FrameBox[]): number[] {
  // The global names are the first frame, and stay when no frame runs any more.
  if (kind === 'name') return frames.slice(0, 1).map(({ address }) => address)
  const generators = state.frames.filter((frame) => frame.address === from + PyGenObject.sizeof)
  const places = [from, ...generators.map((frame) => frame.address)]
  if (!state.own.has(from)) return places
  if (kind === 'value') {
    for (const outer of ledger(state, from)) if (NAMESPACE.has(outer.label.at(-1))) places.push(outer.from)
  }
  if (kind === 'field' && label[0] === 'cell') {
    for (const outer of ledger(state, from)) if (outer.kind === 'local') places.push(outer.from)
  }
  return places
}
