// Generated programs against an interpreter that runs them now: some ahead of the simulator, each in a process of its own.

import type { Profile } from '../profiles/index.ts'
import { compare, run, type Verdict } from './compare.ts'
import { type Interpreter, recordAlone, recordGenerated } from './interpreter.ts'
import type { Program } from './programs.ts'
import type { Recording } from './recordings.ts'
import { shrink } from './shrink.ts'

/** So many programs run in the interpreter while the simulator is at the first of them. */
const AHEAD = 6

/** The programs, each with what the simulator makes of it, in order. What the interpreter cannot judge is left out. */
export async function* tryOut(
  interpreter: Interpreter,
  profile: Profile,
  programs: readonly Program[],
): AsyncGenerator<{ readonly program: Program; readonly verdict: Verdict }> {
  // An interpreter that runs one program after the other is asked for one at a time.
  const ahead = interpreter.restart ? 1 : AHEAD
  const under: Promise<Recording | null>[] = []
  let next = 0
  for (const program of programs) {
    while (next < programs.length && under.length < ahead)
      under.push(recordGenerated(interpreter, programs[next++].text))
    const recording = await under.shift()
    if (!recording) continue
    const simulated = run(program, profile)
    let verdict = compare(program, simulated, { by: interpreter, recording })
    if (verdict.kind === 'different' && interpreter.restart) {
      const alone = await recordAlone(interpreter, program.text)
      if (alone) verdict = compare(program, simulated, { by: interpreter, recording: alone })
    }
    yield { program, verdict }
  }
}

/** A program that differs, as small as it goes, and how it does. Its exit status stays what it was. */
export async function smallest(
  interpreter: Interpreter,
  profile: Profile,
  { id, text }: Program,
): Promise<{ readonly text: string; readonly verdict: Verdict }> {
  const judged = async (text: string, exit?: number) => {
    const recording = await recordAlone(interpreter, text)
    // What ends otherwise is of no use, and the simulator takes the longer.
    if (!recording || (exit !== undefined && recording.exit !== exit)) return null
    const simulated = run({ id, source: text, text }, profile)
    const verdict = compare({ id, source: text, text }, simulated, { by: interpreter, recording })
    return { exit: recording.exit, verdict }
  }
  const exit = (await judged(text))?.exit
  const differs = async (text: string) => {
    // Without it the numbers of collections are those of the start.
    if (!text.includes('\ngc.collect()\n')) return false
    const found = await judged(text, exit)
    return found !== null && found.verdict.kind !== 'same'
  }
  const small = await shrink(text, differs)
  const verdict = (await judged(small))?.verdict ?? { kind: 'same', passedOver: [] }
  return { text: small, verdict }
}
