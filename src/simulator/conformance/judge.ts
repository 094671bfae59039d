// Which recordings a profile is held against.

import type { Profile, ProfileName } from '../profiles/index.ts'
import type { Judge } from './compare.ts'
import type { Program } from './programs.ts'
import { digest, type Recording, type Recordings, readRecordings } from './recordings.ts'

/** The 64-bit recordings beside which those of a profile are read where its own judge has another word size. */
const beside: Readonly<Partial<Record<ProfileName, ProfileName>>> = { '3.14.0': '3.14' }

const read = new Map<ProfileName, Recordings | null>()

/** The recordings of a profile, read once. */
export function recordingsOf(profile: ProfileName): Recordings | null {
  let recordings = read.get(profile)
  if (recordings === undefined) {
    recordings = readRecordings(profile)
    read.set(profile, recordings)
  }
  return recordings
}

/** What was recorded of a program as it is now; `undefined` where nothing was. */
export function recordingOf(profile: ProfileName, program: Program): Recording | undefined {
  const recording = recordingsOf(profile)?.programs[program.id]
  return recording?.source === digest(program.text) ? recording : undefined
}

/** What a program is held against under a profile: `live` where an interpreter has just run it. */
export function judgeOf(profile: Profile, program: Program, live?: Omit<Judge, 'next'>): Judge | undefined {
  const by = live?.by ?? recordingsOf(profile.name)
  const recording = live?.recording ?? recordingOf(profile.name, program)
  if (!by || !recording) return undefined
  if (by.platform.endsWith('64-bit')) return { by, recording }
  const other = beside[profile.name] ?? profile.name
  const [otherBy, otherRecording] = [recordingsOf(other), recordingOf(other, program)]
  return { by, recording, next: otherBy && otherRecording ? { by: otherBy, recording: otherRecording } : undefined }
}
