// `npm run conformance -- --mutate`.

import { writeFileSync } from 'node:fs'
import type { Profile } from '../../profiles/index.ts'
import type { Program } from '../programs.ts'
import { Hunt } from './hunt.ts'
import { groups, list, placeOf, table } from './report.ts'
import { findSites } from './sites.ts'

/** What is asked for. */
export interface Wanted {
  readonly profiles: readonly Profile[]
  readonly programs: readonly Program[]
  /** Only places that begin so: `objects/listobject.ts:12`, `vm/`. */
  readonly sites: string | null
  /** A file for everything that was found. */
  readonly json: string | null
  readonly quiet: boolean
}

/** Leaves out one site after the other and prints what no test noticed. Gives the exit status. */
export async function mutate({ profiles, programs, sites, json, quiet }: Wanted): Promise<number> {
  const start = performance.now()
  const say = (text: string) => {
    if (!quiet) console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${text}`)
  }
  const asked = sites === null ? () => true : isAt(sites)
  const hunt = new Hunt(findSites(), asked, say)
  for (const { name } of profiles) await hunt.under(name, programs)
  const hunted = await hunt.end()
  if (!quiet) console.log(list(hunted).join('\n'))
  if (sites !== null)
    for (const { site, noticed } of hunted.mutants)
      if (noticed)
        console.log(`${placeOf(site)} ${site.text}\n  ${noticed.program} [${noticed.python}]: ${noticed.what}`)
  console.log(table(hunted).join('\n'))
  if (json !== null)
    writeFileSync(json, `${JSON.stringify({ python: profiles.map(({ name }) => name), ...hunted }, null, 1)}\n`)
  say('done')
  return groups(hunted).missed.length > 0 ? 1 : 0
}

/** A whole line's number, or a beginning. */
function isAt(wanted: string) {
  const whole = /:\d+$/.test(wanted)
  return (site: Parameters<typeof placeOf>[0]) => (whole ? placeOf(site) === wanted : placeOf(site).startsWith(wanted))
}
