// `npm run conformance`: every program and every example of the course, under every profile, against real CPython.

import fc from 'fast-check'
import { findProfile, type Profile, profiles } from '../profiles/index.ts'
import { compare, run, type Verdict } from './compare.ts'
import { fuzz } from './fuzz.ts'
import { isKind, type Kind, kindNames, sample } from './generator/sample.ts'
import { soups } from './generator/soups.ts'
import { findInterpreter, type Interpreter, record, recordAlone } from './interpreter.ts'
import { judgeOf, recordingOf, recordingsOf } from './judge.ts'
import { knownDifferences } from './known.ts'
import { mutate } from './mutate/command.ts'
import { allPrograms, type Program } from './programs.ts'
import { startPyodide } from './pyodide.ts'
import { type Recording, writeRecordings } from './recordings.ts'
import { smallest, tryOut } from './tryout.ts'

const USAGE = `usage: npm run conformance -- [options] [PROGRAM ...]

  PROGRAM           the beginning of a program's name: counts, counts/aliases, examples/names; all where none is given
  --python VERSION  only this profile (${profiles.map(({ name }) => name).join(', ')})
  --judge COMMAND   against this interpreter, run now, instead of the recordings; its version decides the profile;
                    \`pyodide\` is the package of that name
  --record COMMAND  record what this interpreter says of programs that are new or have changed (PROGRAM: of these)
  --all             with --record: of every program
  --generated N     instead of those somebody wrote, the first N generated programs of --seed S (1) and --kind K
                    (${kindNames.join(', ')}; the first); PROGRAM: of these, by name.
                    With --judge the first --smallest M (3) that differ are made small; with --record, which \`npm test\` then compares,
                    record them with every interpreter, as what was recorded of another seed is forgotten
  --fuzz N          N texts of --seed S (1) that no interpreter judges, soups, mutants and hostile programs, under the profiles in turn
  --mutate          leave out each place that changes a count, one after the other, and list those that no program (PROGRAM: of these)
                    notices; --sites FILE:LINE: only there (or a beginning); --json FILE: everything that was found
  --quiet           only the tally

Exits with 1 where the simulator differs from CPython in a way that known.ts does not list.
`

interface Options {
  python: string | null
  judge: string | null
  record: string | null
  generated: string | null
  kind: string | null
  fuzz: string | null
  seed: string | null
  smallest: string | null
  sites: string | null
  json: string | null
  mutate: boolean
  all: boolean
  quiet: boolean
  names: string[]
}

const takesValue = [
  'python',
  'judge',
  'record',
  'generated',
  'kind',
  'fuzz',
  'seed',
  'smallest',
  'sites',
  'json',
] as const

function parseArguments(argv: readonly string[]): Options | string {
  const none = { python: null, judge: null, record: null, generated: null, kind: null }
  const neither = { fuzz: null, seed: null, smallest: null, sites: null, json: null }
  const options: Options = { ...none, ...neither, mutate: false, all: false, quiet: false, names: [] }
  const rest = [...argv]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--all') options.all = true
    else if (word === '--mutate') options.mutate = true
    else if (word === '--quiet') options.quiet = true
    else if (takesValue.some((name) => word === `--${name}`)) {
      const value = rest.shift()
      if (value === undefined) return `${word} needs a value`
      options[word.slice(2) as (typeof takesValue)[number]] = value
    } else if (word.startsWith('-')) return `unknown option ${word}`
    else options.names.push(word)
  }
  return options
}

function chosen(names: readonly string[]): Program[] {
  return allPrograms().filter(({ id }) => names.length === 0 || names.some((name) => id.startsWith(name)))
}

/** The profile an interpreter of this version is simulated by. */
function profileOf({ version }: Interpreter): Profile {
  const profile = findProfile(version)
  if (!profile) throw new Error(`there is no profile for Python ${version}`)
  return profile
}

async function interpreterNamed(command: string): Promise<Interpreter> {
  return command === 'pyodide' ? await startPyodide() : findInterpreter(command)
}

async function recordAll(command: string, options: Options): Promise<number> {
  const interpreter = await interpreterNamed(command)
  const profile = profileOf(interpreter)
  const made: Record<string, Recording> = {}
  for (const program of chosen(options.names)) {
    const { id } = program
    if (!options.all && options.names.length === 0 && recordingOf(profile.name, program)) continue
    const recording = await record(interpreter, program.text)
    if (recording) made[id] = recording
    if (!options.quiet) console.log(`${id}: ${recording ? `exit ${recording.exit}` : 'cannot be judged by this one'}`)
  }
  const { version, platform, immortal, withoutExit } = interpreter
  writeRecordings(profile.name, { version, platform, immortal, withoutExit, programs: made }, allPrograms())
  console.log(`${Object.keys(made).length} programs recorded with Python ${interpreter.version} (${profile.name})`)
  return 0
}

/** The generated programs that are meant, of all there are. */
function sampleOf(options: Options): { kind: Kind; seed: number; all: Program[]; programs: Program[] } {
  const kind = options.kind ?? kindNames[0]
  if (!isKind(kind)) throw new Error(`there are no generated programs of kind ${kind}`)
  const seed = Number(options.seed ?? 1)
  const all = sample(kind, seed, Number(options.generated))
  const programs = all.filter(({ id }) => options.names.length === 0 || options.names.includes(id))
  return { kind, seed, all, programs }
}

async function recordSample(command: string, options: Options): Promise<number> {
  const interpreter = await interpreterNamed(command)
  const profile = profileOf(interpreter)
  const { kind, seed, all, programs } = sampleOf(options)
  const made: Record<string, Recording> = {}
  for (const { id, text } of programs) {
    const recording = await recordAlone(interpreter, text)
    if (recording) made[id] = recording
  }
  const { version, platform, immortal, withoutExit } = interpreter
  const recordings = { version, platform, immortal, withoutExit, seed, programs: made }
  writeRecordings(profile.name, recordings, all, kind)
  console.log(`${Object.keys(made).length} generated programs recorded with Python ${version} (${profile.name})`)
  return 0
}

/** What became of the programs, by name of the verdict. */
type Tally = Record<'same' | 'refused' | 'different' | 'known' | 'unrecorded' | 'partly', number>

const nothing = (): Tally => ({ same: 0, partly: 0, known: 0, refused: 0, different: 0, unrecorded: 0 })

/** One profile's programs against its judge. */
async function judgeAll(profile: Profile, interpreter: Interpreter | null, options: Options): Promise<Tally> {
  const tally = nothing()
  for (const program of chosen(options.names)) {
    const recording = interpreter ? await record(interpreter, program.text) : null
    const live = interpreter && recording ? { by: interpreter, recording } : undefined
    const judge = interpreter && !live ? undefined : judgeOf(profile, program, live)
    if (!judge) {
      tally.unrecorded++
      continue
    }
    const verdict = compare(program, run(program, profile), judge)
    const why = knownDifferences[program.id]?.[profile.name]
    if (verdict.kind === 'same') tally[verdict.passedOver.length > 0 ? 'partly' : 'same']++
    else tally[why === undefined ? verdict.kind : 'known']++
    if (!options.quiet) report(program, profile, verdict, why)
  }
  const against = interpreter?.version ?? recordingsOf(profile.name)?.version ?? 'nothing'
  console.log(`${profile.name.padEnd(7)} against ${against.padEnd(8)} ${line(tally)}`)
  return tally
}

function report({ id }: Program, { name }: Profile, verdict: Verdict, why: string | undefined): void {
  if (verdict.kind === 'same') {
    for (const reason of verdict.passedOver) console.log(`${id} [${name}] compared but for ${reason}`)
    return
  }
  const because = why === undefined ? '' : ` (known: ${why})`
  if (verdict.kind === 'refused') console.log(`${id} [${name}] ${verdict.reason}${because}`)
  else console.log([`${id} [${name}] differs${because}`, ...verdict.lines].join('\n'))
}

const words: Readonly<Record<keyof Tally, string>> = {
  same: 'the same',
  partly: 'the same as far as this judge can say',
  known: 'known to differ',
  refused: 'refused',
  different: 'different',
  unrecorded: 'not recorded',
}

function line(tally: Tally): string {
  return (Object.keys(words) as (keyof Tally)[])
    .filter((kind) => tally[kind] > 0 || kind === 'same')
    .map((kind) => `${tally[kind]} ${words[kind]}`)
    .join(', ')
}

/** So many of the generated programs that differ are made small where `--smallest` does not say how many. */
const MADE_SMALL = 3

/** Generated programs against an interpreter. */
async function judgeSample(interpreter: Interpreter, options: Options): Promise<number> {
  const profile = profileOf(interpreter)
  const tally = nothing()
  const differing: Program[] = []
  const { programs } = sampleOf(options)
  tally.unrecorded = programs.length
  for await (const { program, verdict } of tryOut(interpreter, profile, programs)) {
    tally.unrecorded--
    tally[verdict.kind]++
    if (verdict.kind === 'same') continue
    differing.push(program)
    if (!options.quiet) report(program, profile, verdict, undefined)
  }
  for (const program of differing.slice(0, Number(options.smallest ?? MADE_SMALL))) {
    const small = await smallest(interpreter, profile, program)
    console.log(`\n${small.text}`)
    report(program, profile, small.verdict, undefined)
  }
  console.log(`generated programs against ${interpreter.version}: ${line(tally)}`)
  return differing.length > 0 ? 1 : 0
}

/** Texts that no interpreter judges. */
function fuzzAll(asked: readonly Profile[], options: Options): number {
  const outcomes = new Map<string, number>()
  let wrong = 0
  const texts = fc.sample(soups(), { seed: Number(options.seed ?? 1), numRuns: Number(options.fuzz) })
  for (const [i, text] of texts.entries()) {
    const profile = asked[i % asked.length]
    const { outcome, problems } = fuzz(text, profile)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (problems.length === 0) continue
    wrong++
    if (!options.quiet) console.log(`\n${text}\nfuzz/${i} [${profile.name}]\n${problems.join('\n')}`)
  }
  const counted = [...outcomes].map(([outcome, n]) => `${n} ${outcome}`).join(', ')
  console.log(`${texts.length} texts: ${counted}; ${wrong} with something wrong`)
  return wrong > 0 ? 1 : 0
}

function usageError(message: string): number {
  console.error(`conformance: ${message}\n\n${USAGE}`)
  return 2
}

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    console.log(USAGE)
    return 0
  }
  const options = parseArguments(argv)
  const python = typeof options === 'string' || options.python === null ? undefined : findProfile(options.python)
  if (typeof options === 'string' || (options.python !== null && !python)) {
    console.error(
      `conformance: ${typeof options === 'string' ? options : `no Python ${options.python} here`}\n\n${USAGE}`,
    )
    return 2
  }
  if (options.record !== null)
    return await (options.generated === null ? recordAll : recordSample)(options.record, options)
  if (options.mutate) {
    const asked = python ? [python] : profiles
    return await mutate({ ...options, profiles: asked, programs: chosen(options.names) })
  }
  if (options.fuzz !== null) return fuzzAll(python ? [python] : profiles, options)
  const interpreter = options.judge === null ? null : await interpreterNamed(options.judge)
  if (options.generated !== null)
    return interpreter ? await judgeSample(interpreter, options) : usageError('--generated needs --judge or --record')
  const asked = interpreter ? [profileOf(interpreter)] : python ? [python] : profiles
  const sum = nothing()
  for (const profile of asked) {
    const tally = await judgeAll(profile, interpreter, options)
    for (const kind of Object.keys(sum) as (keyof Tally)[]) sum[kind] += tally[kind]
  }
  console.log(`in all: ${line(sum)}`)
  return sum.different + sum.refused > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
