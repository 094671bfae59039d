// Which functions of the simulator the programs of the course run: `node scripts/latecode/ran.ts` prints, as JSON, what V8
// counts. It is a process of its own, because V8 has to count from before the first module is read.

import { globSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Functions as `path from the root:start,end`, offsets in characters. */
export interface Ran {
  /** What every program runs, what runs when the modules are read, and what the benchmarks run often. */
  readonly always: readonly string[]
  /** What each program of the course runs. */
  readonly programs: Readonly<Record<string, readonly string[]>>
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly ranges: readonly { startOffset: number; endOffset: number; count: number }[]
    }[]
  }[]
}

const session = new Session()
session.connect()

/** Asks V8; it answers at once. */
function ask(method: string, params = {}): unknown {
  let answer: unknown
  session.post(method, params, (error, result) => {
    if (error) throw error
    answer = result
  })
  return answer
}

/** What has run since it was last asked, so many times at least. */
function ranSince(times = 1): string[] {
  const ran: string[] = []
  const home = pathToFileURL(join(root, 'src')).href
  for (const { url, functions } of (ask('Profiler.takePreciseCoverage') as Coverage).result) {
    if (!url.startsWith(home)) continue
    const path = `src${url.slice(home.length)}`
    for (const { ranges } of functions) {
      const [{ startOffset, endOffset, count }] = ranges
      if (count >= times) ran.push(`${path}:${startOffset},${endOffset}`)
    }
  }
  return ran
}

ask('Profiler.enable')
ask('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
const { DEFAULT_BUDGETS, RECORD } = await import('../../src/simulator/pipeline.ts')
const { fetchLoop, fetchMissing, simulateFetching } = await import('../../src/simulator/fetching.ts')
const { parts } = await import('../../src/simulator/modules/config.ts')
const { OpcodesMissing, PartMissing } = await import('../../src/simulator/modules/loaded.ts')
const { bytecodeOf } = await import('../../src/simulator/bytecode.ts')
const { pack } = await import('../../src/scene/packing.ts')
const { Viewer } = await import('../../src/scene/view.ts')

const budgets = { ...DEFAULT_BUDGETS, instructions: 2_000_000, payload: 64 << 20 }

/** So many calls in a run of so many instructions are often. */
const INSTRUCTIONS = 1_000_000
const OFTEN = 1000

/** Runs a program and looks at it here and there. */
async function look(source: string): Promise<void> {
  const { trace } = await simulateFetching(() => ({
    source,
    record: RECORD,
    budgets,
    // As in a page whose loop that is fast has not come yet.
    handlersOnly: true,
    stdin: { readLine: () => 'a line\n', echoes: true },
  }))
  if (!trace || trace.steps.count === 0) return
  const viewer = new Viewer(trace)
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    const shown = viewer.at(Math.floor(viewer.last * part), 'line', false, true)
    pack({ ...shown, bytecode: bytecodeOf(viewer, shown.moment) })
  }
}

// The first run also fills tables that are kept; a worker has to be able to fetch, and what a part calls when it is read
// has to be there before it: all that comes first, whatever the program.
await look('')
await fetchMissing(new OpcodesMissing('3.13'))
const later = (Object.keys(parts) as (keyof typeof parts)[]).filter((name) => name !== 'core')
await fetchMissing(new PartMissing(later))
await fetchLoop()
const always = ranSince()
const programs: Record<string, string[]> = {}
for (const file of globSync('content/examples/**/*.py', { cwd: root }).sort()) {
  await look(readFileSync(join(root, file), 'utf8'))
  programs[file] = ranSince()
}
// What is run again and again is not to go by way of a stand-in. It is asked last: what only a first run calls is then known.
for (const file of globSync('scripts/bench/programs/*.py', { cwd: root }).sort()) {
  await simulateFetching(() => ({
    source: readFileSync(join(root, file), 'utf8'),
    budgets: { ...budgets, instructions: INSTRUCTIONS },
  }))
  always.push(...ranSince(OFTEN))
}
process.stdout.write(JSON.stringify({ always, programs } satisfies Ran))
