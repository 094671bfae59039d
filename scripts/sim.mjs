// @ts-check
// `npm run sim`: the simulator's command line (src/simulator/cli.ts), loaded and warm, as a snapshot of Node's heap that is
// taken anew when a source has changed. Reading some five hundred files of TypeScript takes longer than most programs run.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, '.cache', 'sim')
const bundle = join(folder, 'cli.cjs')
const snapshot = join(folder, 'cli.blob')
const list = join(folder, 'sources.json')

/** What the snapshot is taken of: one run has been made, so that the next one need not begin from nothing. */
const entry = `
  import { startupSnapshot } from 'node:v8'
  import { main } from './src/simulator/cli.ts'
  import { simulate } from './src/simulator/simulate.ts'
  simulate({ source: 'print(1)', record: null })
  startupSnapshot.setDeserializeMainFunction(() => {
    process.exitCode = main(process.argv.slice(1))
  })
`

/** @param {string} file */
function changed(file) {
  const stat = statSync(join(root, file), { throwIfNoEntry: false })
  return stat ? stat.mtimeMs : 0
}

/** A snapshot can be read by the Node that took it. */
function isFresh() {
  if (!existsSync(snapshot) || !existsSync(list)) return false
  /** @type {{ node: string, sources: [file: string, changed: number][] }} */
  const { node, sources } = JSON.parse(readFileSync(list, 'utf8'))
  return node === process.version && sources.every(([file, when]) => changed(file) === when)
}

async function make() {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: entry, resolveDir: root, sourcefile: 'scripts/sim.mjs' },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.main': 'false' },
    metafile: true,
    logLevel: 'warning',
  })
  const taken = spawnSync(process.execPath, ['--snapshot-blob', snapshot, '--build-snapshot', bundle], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (taken.status !== 0) process.exit(taken.status ?? 1)
  const sources = Object.keys(metafile.inputs).map((file) => [file, changed(file)])
  writeFileSync(list, JSON.stringify({ node: process.version, sources }))
}

mkdirSync(folder, { recursive: true })
if (!isFresh()) await make()
const command = ['--snapshot-blob', snapshot, ...process.argv.slice(2)]
// Where Node can, it becomes the other process instead of waiting for it.
if (process.execve) process.execve(process.execPath, [process.execPath, ...command])
process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit' }).status ?? 1
