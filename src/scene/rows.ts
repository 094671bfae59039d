// What stands in a box: its title, its rows, how large that makes it. Small values stand in the row that holds them, unless
// the learner wants every object to have a box.

import type { DecodedState } from '../trace/decode.ts'
import type { ObjectState, SlotState } from '../trace/state.ts'
import { titleOf } from '../trace/title.ts'
import type { Row } from './scene.ts'

/** Most rows of an object that are shown. */
export const MOST_ROWS = 8
/** Most characters of a value in a row or box. */
export const MOST_TEXT = 18
/** A text of so many characters says how many of them are not shown; in a row that takes the room of so many others. */
const LONG = 40
const MORE = 9
/** Heights of a row, of a title, and of what is left free under the last row. */
export const ROW = 26
export const TITLE = 28
const FOOT = 6
/** Width of a character of the picture's face. */
export const CHARACTER = 8.4
/** No box is wider than this. */
export const WIDEST = 280

/** A state as far as drawing needs it: decoded in full, or a glimpse. */
export type Drawable = Pick<DecodedState, 'frames' | 'globals'> & {
  readonly objects: { get(address: number): ObjectState | undefined }
  /** Where it is known: what exists of the program and its imports, reachable or not. */
  readonly userObjects?: ReadonlySet<number>
  /** Whether small values have boxes of their own. */
  readonly atoms: boolean
}

/** Most objects that are counted behind one row. */
const MOST_COUNTED = 10_000
/** In a glimpse it is enough to know that there are some. */
const GLIMPSED = 10

/** What is written in a box, and how large that makes it. */
export interface Content {
  readonly rows: readonly Row[]
  /** How many items are not shown. */
  readonly hidden: number
  /** The value of an atom, else empty; and how many of its characters are not shown. */
  readonly text: string
  readonly cut: number
  readonly width: number
  readonly height: number
}

/** Small values are written where they are held. */
export function standsInRow(object: ObjectState, atoms: boolean): boolean {
  if (object.kind === 'atom') return !atoms
  return object.kind === 'module' || (object.builtin && object.kind !== 'class')
}

/** A name, and what it means: a value in the row, or an arrow. */
export function rowFor(state: Drawable, label: string, target: number, borrowed: boolean): Row {
  const object = state.objects.get(target)
  if (!object) return { label, text: '', target: 0, borrowed, more: 0 }
  if (!standsInRow(object, state.atoms)) return { label, text: '', target, borrowed, more: 0 }
  if (object.kind === 'module') return { label, text: object.typeName, target: 0, borrowed, more: 0 }
  return { label, text: valueText(object), target: 0, borrowed, more: charactersCut(object) }
}

/** A small value as it is written; of a long text its beginning. */
function valueText(object: ObjectState): string {
  return clipped(object.repr, charactersCut(object) > 0 ? MOST_TEXT - MORE : MOST_TEXT)
}

/** How many characters of a long text are not shown; 0 where so few are missing that the row says enough. */
function charactersCut({ repr, value }: ObjectState): number {
  if (repr.length < LONG || typeof value !== 'string' || value.length < LONG) return 0
  return value.length - (MOST_TEXT - MORE - 2) // the quote it opens with, and the sign that something is missing
}

/** What an object is drawn to hold, in the order of its rows. */
export function shownSlots(object: ObjectState): readonly SlotState[] {
  if (object.kind === 'atom' || object.kind === 'class' || object.kind === 'function') return []
  return object.items.filter(({ kind, target }) => kind !== 'key' && target !== 0)
}

/** What a slot is called. */
export function slotLabel(state: Drawable, slot: SlotState): string {
  if (slot.kind === 'value') return clipped(state.objects.get(slot.key)?.repr ?? '')
  if (slot.kind === 'attribute') return clipped(`.${slot.label}`)
  return String(slot.label)
}

/** The objects of a chain from one on, itself included, up to one that is drawn: each the next one's holder in the same way. */
export function behind(
  state: Drawable,
  address: number,
  label: string,
  drawn: { has(address: number): boolean },
): ReadonlySet<number> {
  const most = state.userObjects ? MOST_COUNTED : GLIMPSED
  const passed = new Set<number>()
  let object = drawn.has(address) ? undefined : state.objects.get(address)
  while (object && passed.size < most) {
    passed.add(object.address)
    const { type } = object
    const slots = shownSlots(object).slice(0, MOST_ROWS)
    const next = slots.find((slot) => slotLabel(state, slot) === label)?.target ?? 0
    const found = passed.has(next) || drawn.has(next) ? undefined : state.objects.get(next)
    object = found?.type === type ? found : undefined
  }
  return passed
}

/** A row whose object has no box counts what is behind it instead. */
export function counted(state: Drawable, row: Row, drawn: ReadonlySet<number>): Row {
  if (row.target === 0 || drawn.has(row.target)) return row
  return { ...row, target: 0, more: behind(state, row.target, row.label, drawn).size }
}

/**
 * The content of a box.
 * @param drawn addresses of the objects that have boxes
 * @param room the size it must keep to, where it has its place already: rows that do not fit are counted instead
 */
export function contentOf(
  state: Drawable,
  object: ObjectState,
  drawn: ReadonlySet<number>,
  room: { readonly width: number; readonly height: number } = { width: WIDEST, height: Number.POSITIVE_INFINITY },
): Content {
  const slots = shownSlots(object)
  const fit = Math.floor((room.height - TITLE - FOOT) / ROW)
  const most = slots.length <= Math.min(MOST_ROWS, fit) ? MOST_ROWS : Math.min(MOST_ROWS, Math.max(0, fit - 1))
  const rows = slots
    .slice(0, most)
    .map((slot) => within(room.width, counted(state, rowFor(state, slotLabel(state, slot), slot.target, false), drawn)))
  const hidden = slots.length - rows.length
  const isAtom = object.kind === 'atom'
  const cut = isAtom ? charactersCut(object) : 0
  const text = isAtom ? valueText(object) : ''
  const lines = rows.length + Number(hidden > 0) + Number(isAtom)
  const longest = Math.max(
    clipped(titleOf(object)).length + 9, // room for the count and its change
    text.length + (cut > 0 ? MORE : 0),
    ...rows.map((row) => row.label.length + row.text.length + (row.more > 0 ? MORE : 0) + 4),
  )
  return {
    rows,
    hidden,
    text,
    cut,
    width: Math.min(room.width, Math.max(104, Math.round(longest * CHARACTER + 24))),
    height: Math.min(room.height, TITLE + lines * ROW + (lines > 0 ? FOOT : 0)),
  }
}

/** A row with its value cut to the room that the name leaves it in a box of some width. */
export function within(width: number, row: Row): Row {
  const room = Math.floor((width - 24) / CHARACTER) - 1 - (row.more > 0 ? MORE : 0)
  const label = clipped(row.label, Math.max(4, room - Math.min(4, row.text.length)))
  const text = clipped(row.text, Math.max(4, room - [...label].length))
  return { ...row, label, text, more: row.more > 0 ? row.more + row.text.length - text.length : 0 }
}

/** A text cut to what a row has room for, counted in characters. */
export function clipped(text: string, room = MOST_TEXT): string {
  const characters = [...text]
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`
}
