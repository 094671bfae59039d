// The laws every recorded run obeys, as checks: each gives a list of what breaks it, empty when all is well.

import { collectorLists } from './collector.ts'
import { Cursor } from './cursor.ts'
import type { Image } from './image.ts'
import { traceFromJson, traceToJson } from './json.ts'
import { layKeyframe } from './keyframes.ts'
import { isImmortalCount } from './object.ts'
import { shortRepr } from './repr.ts'
import { forEachRoot } from './roots.ts'
import { firstWords } from './startup.ts'
import type { Trace } from './trace.ts'
import { traverse } from './traverse.ts'

/** Replaying the log leads from keyframe to keyframe, and all the way back to the start, word for word. */
export function checkReversible(trace: Trace): string[] {
  const problems: string[] = []
  // Only the first keyframe: the walk must not be put right by a later one.
  const walk = new Cursor({ ...trace, keyframes: trace.keyframes.slice(0, 1) })
  const first = firstWords(trace)
  const expected = first.slice()
  const compare = (when: string) => {
    const { words } = walk
    let at = 0
    while (at < words.length && words[at] === expected[at]) at++
    if (at < words.length) problems.push(`${when}: word ${at} is ${words[at]}, not ${expected[at]}`)
  }
  for (const frame of trace.keyframes) {
    walk.seek(frame.step)
    expected.set(first)
    if (frame !== trace.keyframes[0]) layKeyframe(frame, expected)
    compare(`keyframe at step ${frame.step}`)
  }
  while (walk.forward());
  while (walk.back());
  expected.set(first)
  compare('back at the start')
  return problems
}

/** Writing a trace as JSON and reading it gives the same trace. */
export function checkJson(trace: Trace): string[] {
  const text = traceToJson(trace)
  const again = traceToJson(traceFromJson(text))
  return again === text ? [] : ['the JSON of what was read differs from the JSON it was read from']
}

/** Nothing is alive that nothing holds, and every count is the number of references owned: in one walk, for the end of a run. */
export function checkEnd(image: Image): string[] {
  const owned = new Map<number, number>()
  const meet = (o: number, references: number) => owned.set(o, (owned.get(o) ?? 0) + references)
  forEachRoot(image, (target, holder) => meet(target, Number(holder.owned)))
  const shared = new Set<number>()
  // A Map is walked in the order of entry, what is added on the way included.
  for (const o of owned.keys()) traverse(image, o, shared, (target) => meet(target, 1))
  const problems: string[] = []
  const complain = (o: number, why: string) => problems.push(`${shortRepr(image, o)} at ${o} ${why}`)
  for (const [o, references] of owned) {
    const refcnt = image.refcnt(o)
    if (refcnt !== references && !isImmortalCount(refcnt)) complain(o, `: count ${refcnt}, owned by ${references}`)
  }
  for (const list of collectorLists(image)) {
    for (const o of list) if (!owned.has(o)) complain(o, `is alive with count ${image.refcnt(o)}`)
  }
  return problems
}
