// Runs of the course's programs at build time: the static picture, the expected output, the check that questions can be
// answered. One run for each program and version.

import { Viewer } from '../scene/view.ts'
import { defaultProfile, findProfile, profiles } from '../simulator/profiles/index.ts'
import { RECORD, type Run, simulate } from '../simulator/simulate.ts'
import type { Example } from './example.ts'

/** The versions a program can be run under, oldest first, and the one it is run under first. */
export const versions: readonly string[] = profiles.map(({ name }) => name)
export const defaultVersion: string = defaultProfile.name

/** Recorded runs are large: so many are kept, the latest used. A page asks again and again for the same few. */
const MOST_RUNS = 16

const runs = new Map<string, { run: Run; viewer: Viewer | null }>()

/** The run of an example under a version (the default one where none is named). */
export function runExample(
  example: Example,
  python: string = defaultProfile.name,
): { run: Run; viewer: Viewer | null } {
  const key = `${python} ${example.display}`
  let done = runs.get(key)
  if (!done) {
    const profile = findProfile(python)
    if (!profile) throw new Error(`There is no Python ${python}`)
    const run = simulate({ source: example.display, filename: 'main.py', profile, record: RECORD })
    if (run.outcome.kind === 'internal_error')
      throw new Error(`${example.id}: ${run.outcome.message}\n${run.outcome.stack}`)
    done = { run, viewer: run.trace ? new Viewer(run.trace) : null }
  }
  runs.delete(key)
  runs.set(key, done)
  for (const oldest of runs.keys()) {
    if (runs.size <= MOST_RUNS) break
    runs.delete(oldest)
  }
  return done
}
