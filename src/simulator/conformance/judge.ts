// Which recordings a profile is held against.

import type { Profile, ProfileName } from '../profiles/index.ts'
import type { Judge } from './compare.ts'
import { kindOf } from './generator/sample.ts'
import type { Program } from './programs.ts'
import { type Corpus, digest, type Recording, type Recordings, readRecordings } from './recordings.ts'

/** The 64-bit recordings beside which those of a profile are read where its own judge has another word size. */
const beside: Readonly<Partial<Record<ProfileName, ProfileName>>> = { '3.14.0': '3.14' }

const read = new Map<string, Recordings | null>()

/** The recordings of a profile, read once. */
export function recordingsOf(profile: ProfileName, corpus: Corpus = 'written'): Recordings | null {
  const name = `${corpus}/${profile}`
  let recordings = read.get(name)
  if (recordings === undefined) {
    recordings = readRecordings(profile, corpus)
    read.set(name, recordings)
  }
  return recordings
}

/** What was recorded of a program as it is now; `undefined` where nothing was. */
export function recordingOf(profile: ProfileName, program: Program): Recording | undefined {
  const recording = recordingsOf(profile, corpusOf(program))?.programs[program.id]
  return recording?.source === digest(program.text) ? recording : undefined
}

function corpusOf(program: Program): Corpus {
  return kindOf(program) ?? 'written'
}

/** What a program is held against under a profile: `live` where an interpreter has just run it. */
export function judgeOf(profile: Profile, program: Program, live?: Omit<Judge, 'next'>): Judge | undefined {
  const corpus = corpusOf(program)
  const by = live?.by ?? recordingsOf(profile.name, corpus)
  const recording = live?.recording ?? recordingOf(profile.name, program)
  if (!by || !recording) return undefined
  if (by.platform.endsWith('64-bit')) return { by, recording }
  const other = beside[profile.name] ?? profile.name
  const [otherBy, otherRecording] = [recordingsOf(other, corpus), recordingOf(other, program)]
  return { by, recording, next: otherBy && otherRecording ? { by: otherBy, recording: otherRecording } : undefined }
}
