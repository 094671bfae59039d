// Where an object is kept: in which generation of the collector, in a block of which size of pymalloc. Both are read from
// the memory of the run.

import type { Viewer } from '../scene/view.ts'
import { collectionsOf } from '../trace/collections.ts'
import { arenasOf, poolOfAddress } from '../trace/pools.ts'
import type { ObjectState } from '../trace/state.ts'
import type { Choice, ChoiceQuestion } from './choice.ts'
import { afterLine, bornAfter, meant } from './moments.ts'
import { codes, said } from './said.ts'

/** Offered beside the generations: the collector does not keep the object in any list. */
export const UNTRACKED = 'none'

/** What `generation` offers. */
export const generations: readonly string[] = ['0', '1', '2', UNTRACKED]

/** The choice of a generation. */
export function generationChoice(viewer: Viewer, question: ChoiceQuestion, id: string): Choice {
  const { line, of } = question
  const { address, generation, typeName: type } = objectOf(viewer, question)
  const label = id === UNTRACKED ? said('lands.untracked') : said('lands.generation', { generation: id })
  const choice = (right: boolean, key: string, values: Record<string, string | number> = {}) => ({
    id,
    right,
    label,
    reason: said(key, { name: of, type, generation, chosen: id, ...values }),
    line,
  })
  if (generation < 0) return choice(id === UNTRACKED, id === UNTRACKED ? 'lands.holdsNone' : 'lands.notListed')
  if (id === UNTRACKED) return choice(false, 'lands.isListed')
  const moment = afterLine(viewer, line)
  const born = firstSeen(viewer, address, moment)
  const survived = collectionsOf(viewer.trace).filter(({ start, end }) => start >= born && end <= moment)
  const right = Number(id) === generation
  if (survived.length === 0) return choice(right, right ? 'lands.young' : 'lands.tooOld')
  const full = survived.some((collection) => collection.generation >= 2)
  const key = right
    ? full
      ? 'lands.oldest'
      : 'lands.movedUp'
    : Number(id) === 0
      ? 'lands.hasSurvived'
      : Number(id) < generation
        ? 'lands.fullCame'
        : 'lands.noFullYet'
  return choice(right, key, { count: survived.length })
}

/** The choice of a size of blocks, in bytes. */
export function sizeChoice(viewer: Viewer, question: ChoiceQuestion, id: string): Choice {
  const { line, of } = question
  const object = objectOf(viewer, question)
  const { image } = viewer.state(afterLine(viewer, line))
  const pool = arenasOf(image)
    .flatMap(({ pools }) => pools)
    .find(({ address }) => address === poolOfAddress(object.address))
  if (!pool) throw new Error(`${question.id}: "${of}" lies in no pool`)
  const [bytes, size] = [Number(id), pool.size]
  const right = bytes === size
  const apart = object.sizeof > size
  const key = right
    ? apart
      ? 'lands.itemsApart'
      : 'lands.fits'
    : apart && bytes >= object.sizeof
      ? 'lands.countsItems'
      : bytes % 16 !== 0
        ? 'lands.noSuchSize'
        : bytes > size
          ? 'lands.tooLarge'
          : 'lands.tooSmall'
  const values = { name: of, type: object.typeName, size, chosen: id, bytes: object.sizeof }
  return { id, right, label: said('lands.size', { size: id }), reason: said(key, values), line }
}

function objectOf(viewer: Viewer, { id, line, of }: ChoiceQuestion): ObjectState {
  const moment = afterLine(viewer, line)
  const object = viewer.state(moment).objects.get(meant(viewer, moment, of))
  if (!object) throw new Error(`${id}: ${codes([of])} means nothing after line ${line}`)
  return object
}

/** The first moment at which the object was there. */
function firstSeen(viewer: Viewer, object: number, moment: number): number {
  const born = bornAfter(viewer, object, moment)
  const first = viewer.moments.find((each) => each > born && viewer.state(each).objects.has(object))
  return first ?? moment
}
