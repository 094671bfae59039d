// The simulator cut in stages, run: the same programs come to the same.

import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RECORD, type Request, type Run } from '../../src/simulator/pipeline.ts'
import { findProfile, type Profile } from '../../src/simulator/profiles/index.ts'
import { simulate as simulateWhole } from '../../src/simulator/simulate.ts'
import { traceToJson } from '../../src/trace/json.ts'
import { chooseFirst, FIRST, ranByCourse } from './first.ts'
import { lateCode } from './plugin.ts'
import type { Ran } from './ran.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ENTRY = 'src/simulator/fetching.ts'
const programs = globSync('content/examples/**/*.py', { cwd: root }).sort()

let folder: string
let ran: Ran
let first: number
let later: string[]
let cut: typeof import('../../src/simulator/fetching.ts')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'late-code-'))
  ran = await ranByCourse()
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [lateCode(root, ENTRY, async () => ran)],
    build: {
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, ENTRY),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'cut.mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  const { output } = built as Rolldown.RolldownOutput
  const chunks = new Map(output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk]] : [])))
  const needed = new Set(['cut.mjs'])
  for (const name of needed) for (const other of chunks.get(name)?.imports ?? []) needed.add(other)
  first = [...needed].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0)
  later = [...chunks.keys()].filter((name) => !needed.has(name))
  cut = await import(pathToFileURL(join(folder, 'cut.mjs')).href)
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a program comes to, and everything its trace says of it. */
function told(run: Run): string {
  const { outcome, stdout, stderr, trace } = run
  return JSON.stringify({ outcome, stdout, stderr, trace: trace && traceToJson(trace) })
}

function request(file: string, python = '3.14'): Request {
  return requestOf(readFileSync(join(root, file), 'utf8'), python)
}

function requestOf(source: string, python = '3.14'): Request {
  return {
    source,
    profile: findProfile(python) as Profile,
    record: RECORD,
    stdin: { readLine: () => 'a line\n', echoes: true },
  }
}

/** As what comes first runs it: each instruction by its handler. */
function simulateHandlers(request: Request): Run {
  return simulateWhole({ ...request, handlersOnly: true })
}

test('simulator and parser are at most 150 kB compressed before a program runs', () => {
  expect(first).toBeLessThanOrEqual(150_000)
})

test('a fifth of the programs of the course need no more than what comes first', () => {
  expect(chooseFirst(ran, FIRST).programs.length).toBeGreaterThanOrEqual(programs.length / 5)
})

test('every part of the library can be read before the rest is here', async () => {
  for (const name of later.filter((chunk) => !chunk.startsWith('rare-')))
    await import(pathToFileURL(join(folder, name)).href)
})

// In this order, so that some run before the rest has been fetched, and the last ones after.
describe('cut in stages, every program of the course runs as it does whole', () => {
  test.each(programs)('%s', async (file) => {
    expect(told(await cut.simulateFetching(() => request(file)))).toBe(told(simulateHandlers(request(file))))
  })
})

test.each(['3.11', '3.12', '3.13', '3.15'])('so it does as Python %s', async (python) => {
  for (const file of programs.slice(0, 20))
    expect(told(await cut.simulateFetching(() => request(file, python)))).toBe(
      told(simulateHandlers(request(file, python))),
    )
})

test('what no program of the course calls comes when a program does', async () => {
  const source = "print('é'.encode('latin-1'), 1.5.from_number(2) if hasattr(float, 'from_number') else 0)\n"
  expect(told(await cut.simulateFetching(() => requestOf(source)))).toBe(told(simulateHandlers(requestOf(source))))
})

describe('with the loop that is fast, which comes last, too', () => {
  beforeAll(() => cut.fetchLoop())

  test.each(programs)('%s', async (file) => {
    expect(told(await cut.simulateFetching(() => request(file)))).toBe(told(simulateWhole(request(file))))
  })
})
