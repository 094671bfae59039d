// The door to the profiles: the list of versions in order, and the one a learner meets first.

import { python311 } from './3.11.ts'
import { python312 } from './3.12.ts'
import { python313 } from './3.13.ts'
import { python3140 } from './3.14.0.ts'
import { python314 } from './3.14.5.ts'
import { python315 } from './3.15.ts'
import type { Profile, ProfileName } from './profile.ts'

export type { CompilerFacts, FlowgraphPass } from './compiler.ts'
export type { MachineFacts, ReturningMethod } from './machine.ts'
export type { Profile, ProfileName } from './profile.ts'
export { fill } from './profile.ts'

/** Every profile, oldest first. */
export const profiles: readonly Profile[] = [python311, python312, python313, python3140, python314, python315]

/** The profile used where nothing else is asked for. */
export const defaultProfile: Profile = python314

/** The profile of that name, or `undefined`. `3.14.5` and `3.14.10` mean `3.14`; `3.14.2` means `3.14.0`. */
export function findProfile(name: string): Profile | undefined {
  const exact = profiles.find((profile) => profile.name === name)
  if (exact) return exact
  const [major, minor, micro] = name.split('.')
  if (micro === undefined) return undefined
  if (`${major}.${minor}` === '3.14') return Number(micro) <= 4 ? python3140 : python314
  return profiles.find((profile) => profile.name === (`${major}.${minor}` as ProfileName))
}
