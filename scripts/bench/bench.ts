// `npm run bench`: how fast the simulator is, as ratios of one run: our peers run the same programs in turn on the same
// machine. Nothing here is a test; a busy machine gives other times and nearly the same ratios.
// `npm run bench -- [--rounds N] [--only peers|recording|page] [--json FILE]`

import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { defaultProfile } from '../../src/simulator/profiles/index.ts'
import { type Figure, geometricMean, median, shown, table } from './figures.ts'
import { page } from './page.ts'
import { Peer } from './peers.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))
const bundles = join(root, '.cache', 'bench')

/**
 * What a peer paid for the same program, in ms a run (measured elsewhere, on other machines: orders of magnitude). Python
 * Tutor's recorder, in CPython 3.11 and in Pyodide 314.
 */
const PYTHON_TUTOR: Readonly<Record<string, { native: number; pyodide: readonly [from: number, to: number] }>> = {
  a_L_10obj_300steps: { native: 16, pyodide: [30.3, 32.4] },
  b_L_200obj_300steps: { native: 240, pyodide: [409, 435] },
  c_L_1000obj_900steps: { native: 4100, pyodide: [6400, 7000] },
}

/** Rounds for programs that are traced, which take longer. */
const TRACED_ROUNDS = 3
/** Steps of the long recording. */
const LONG = 1_000_000

/** One way to run the programs. */
interface Runner {
  readonly peer: Peer
  readonly traced: boolean
  readonly title: string
}

const pythonFiles = (folder: string) =>
  readdirSync(join(here, folder))
    .filter((name) => name.endsWith('.py'))
    .sort()
    .map((name) => join(here, folder, name))

/** Our programs as one file of script each, as a page has them. */
async function bundle(): Promise<void> {
  mkdirSync(bundles, { recursive: true })
  await build({
    entryPoints: ['heapwise.ts', 'recording.ts'].map((name) => join(here, name)),
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  await build({
    entryPoints: [join(here, 'layout.ts')],
    outdir: bundles,
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'warning',
  })
}

/** Every runner runs every program in each round, so that a busy moment of the machine meets all of them. */
async function race(runners: readonly Runner[], rounds: number): Promise<Map<Runner, Map<string, number[]>>> {
  const times = new Map(runners.map((runner) => [runner, new Map<string, number[]>()]))
  const failed = new Set<string>()
  const steps = new Map<Runner, Map<string, number>>()
  for (const file of pythonFiles('programs')) {
    const program = basename(file, '.py')
    const source = readFileSync(file, 'utf8')
    let output: string | null = null
    for (let round = 0; round < rounds; round++) {
      for (const runner of runners) {
        const key = `${runner.title} ${program}`
        if (failed.has(key)) continue
        const reply = await runner.peer.ask({ source, traced: runner.traced })
        output ??= reply?.output ?? null
        if (!reply || reply.output !== output) {
          failed.add(key)
          times.get(runner)?.delete(program)
          continue
        }
        const list = times.get(runner)?.get(program) ?? []
        times.get(runner)?.set(program, [...list, reply.ms])
        if (reply.steps) steps.set(runner, new Map(steps.get(runner)).set(program, reply.steps))
      }
    }
    process.stderr.write(`${program} `)
  }
  process.stderr.write('\n')
  for (const [runner, counted] of steps) stepsOf.set(runner, counted)
  return times
}

const stepsOf = new Map<Runner, ReadonlyMap<string, number>>()

/** The table of one race, the first runner against each of the others, and its figures. */
function report(title: string, times: Map<Runner, Map<string, number[]>>, figures: Figure[]): string {
  const runners = [...times.keys()]
  const programs = pythonFiles('programs').map((file) => basename(file, '.py'))
  const least = (runner: Runner, program: string) => Math.min(...(times.get(runner)?.get(program) ?? [Number.NaN]))
  const rows = [[`${title}, ms (least, median)`, ...runners.map((runner) => runner.title)]]
  for (const program of programs) {
    const cells = runners.map((runner) => {
      const all = times.get(runner)?.get(program) ?? []
      if (all.length === 0) return 'fails'
      figures.push({ name: `${title}, ${runner.title}, least`, of: program, value: Math.min(...all), unit: 'ms' })
      figures.push({ name: `${title}, ${runner.title}, median`, of: program, value: median(all), unit: 'ms' })
      return `${shown(Math.min(...all))}, ${shown(median(all))}`
    })
    rows.push([program, ...cells])
  }
  const [ours, ...others] = runners
  const ratios = others.map((other) => {
    const both = programs.filter((program) => !Number.isNaN(least(ours, program) + least(other, program)))
    const ratio = geometricMean(both.map((program) => least(ours, program) / least(other, program)))
    const worst = Math.max(...both.map((program) => least(ours, program) / least(other, program)))
    figures.push({ name: `${title}, ${ours.title} to ${other.title}, geometric mean`, value: ratio, unit: 'times' })
    figures.push({ name: `${title}, ${ours.title} to ${other.title}, worst`, value: worst, unit: 'times' })
    return [shown(ratio), shown(worst)]
  })
  rows.push(['ours to theirs, geometric mean', '1', ...ratios.map(([mean]) => mean)])
  rows.push(['ours to theirs, worst', '1', ...ratios.map(([, worst]) => worst)])
  const counted = stepsOf.get(ours)
  if (counted) {
    const each = programs.map((program) => (least(ours, program) * 1e6) / (counted.get(program) ?? Number.NaN))
    figures.push({ name: `${title}, time a step, geometric mean`, value: geometricMean(each), unit: 'ns' })
    rows.push([`${ours.title}: ns a step`, shown(geometricMean(each)), ...others.map(() => '')])
  }
  return table(rows)
}

function measured(...args: readonly string[]): Figure[] {
  const done = spawnSync(process.execPath, [join(bundles, 'recording.mjs'), ...args], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}`)
  return JSON.parse(done.stdout)
}

/** The six programs of other recorders, the long recording, the cold start. */
function recording(rounds: number, figures: Figure[]): string {
  const files = pythonFiles('recorded')
  const found = [...measured('record', String(rounds), ...files), ...measured('long', String(LONG))]
  const names = [...new Set(found.map(({ name }) => name))]
  const value = (of: string, name: string) => found.find((each) => each.of === of && each.name === name)?.value
  const rows = [['recording', ...names.map((name) => `${name}, ${found.find((each) => each.name === name)?.unit}`)]]
  for (const of of new Set(found.map((each) => each.of ?? '')))
    rows.push([of, ...names.map((name) => shown(value(of, name) ?? Number.NaN))])
  const tutor = [
    ['Python Tutor, published', 'ms in CPython', 'ms in Pyodide', 'ours, ms', 'CPython to ours', 'Pyodide to ours'],
  ]
  for (const [of, { native, pyodide }] of Object.entries(PYTHON_TUTOR)) {
    const ours = value(of, 'recorded in') ?? Number.NaN
    tutor.push([
      of,
      shown(native),
      pyodide.map(shown).join('-'),
      shown(ours),
      shown(native / ours),
      shown(pyodide[0] / ours),
    ])
  }
  const cold = Array.from({ length: rounds }, () => measured('cold', files[1])).flat()
  const coldRows = [['cold start in Node', 'least, ms', 'median, ms']]
  for (const name of new Set(cold.map((each) => each.name))) {
    const all = cold.filter((each) => each.name === name).map((each) => each.value)
    coldRows.push([name, shown(Math.min(...all)), shown(median(all))])
    figures.push({ name: `${name}, least`, value: Math.min(...all), unit: 'ms' })
  }
  figures.push(...found)
  return [table(rows), table(tutor), table(coldRows)].join('\n\n')
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' }, json: { type: 'string' } },
  })
  const rounds = Number(values.rounds)
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}`
  await bundle()
  const node = (file: string) => [process.execPath, file]
  const ours = new Peer('Heapwise', node(join(bundles, 'heapwise.mjs')))
  const native = new Peer('CPython', ['python3', join(here, 'cpython.py')])
  const skulpt = new Peer('Skulpt', node(join(here, 'skulpt.mjs')))
  const brython = new Peer('Brython', node(join(here, 'brython.mjs')))
  const pyodide = new Peer('Pyodide', node(join(here, 'pyodide.mjs')))
  const peers = [ours, skulpt, brython, pyodide, native]
  const figures: Figure[] = []
  const parts = [machine]
  try {
    // The page takes many minutes: it is measured only when asked for.
    const isAsked = (part: string) => (values.only === undefined ? part !== 'page' : values.only === part)
    if (isAsked('peers')) {
      const plain = peers.map((peer) => ({ peer, traced: false, title: peer.name }))
      parts.push(report('plain', await race(plain, rounds), figures))
      const traced = [ours, pyodide, native].map((peer) => ({ peer, traced: true, title: peer.name }))
      parts.push(report('traced', await race(traced, Math.min(rounds, TRACED_ROUNDS)), figures))
    }
    if (isAsked('recording')) parts.push(recording(rounds, figures))
    if (isAsked('page')) parts.push(await page(join(bundles, 'layout.js'), figures))
  } finally {
    for (const peer of peers) peer.stop()
  }
  const versions = Object.fromEntries(
    peers.filter(({ version }) => version !== '').map((peer) => [peer.name, peer.version]),
  )
  Object.assign(versions, { Node: process.version, 'Python simulated': defaultProfile.name })
  parts[0] += `\n${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}`
  console.log(parts.join('\n\n'))
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, versions, figures }, null, 2)}\n`)
}

await main()
