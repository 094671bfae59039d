// What the evaluation loop does without the general ways (evalframe.ts), by what it is about.

import { AttributeCache } from './attributecache.ts'
import type { Ceval } from './ceval.ts'
import { NameCache } from './namecache.ts'
import { PlainCalls } from './plaincalls.ts'
import { PlainInts } from './plainints.ts'
import { PlainLists } from './plainlists.ts'

/** Those of one interpreter. */
export interface PlainWays {
  readonly ints: PlainInts
  readonly lists: PlainLists
  readonly attributes: AttributeCache
  readonly names: NameCache
  readonly calls: PlainCalls
}

/** Makes them; the interpreter must have started. */
export function makePlainWays({ ts, prepared }: Ceval): PlainWays {
  const ints = new PlainInts(ts)
  return {
    ints,
    lists: new PlainLists(ts),
    attributes: new AttributeCache(ts),
    names: new NameCache(ts),
    calls: new PlainCalls(ts, ints, prepared),
  }
}
