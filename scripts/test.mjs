// @ts-check
// `npm test`: installs what is missing, runs every stage even after one failed, and adds everything up in its last line.
// `npm test -- unit e2e` runs only the stages named.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, buildIfNeeded } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { Interrupted, onStop, run, toolEnvironment } from './process.mjs'
import { addUp, closingLine, countCommand, countNotRun, countPlaywright, countVitest } from './tally.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const reports = join(root, '.cache', 'reports')

/** @typedef {import('./tally.mjs').Count} Count */

/** @type {Record<string, () => Promise<Count>>} in the order they run */
const stages = {
  // astro check first: it writes the types of the content, which tsc needs.
  types: async () => {
    const codes = [await tool('astro', 'check'), await tool('tsc', '--noEmit')]
    return countCommand(codes.find((code) => code !== 0) ?? 0)
  },
  lint: async () => countCommand(await tool('biome', 'check', '--error-on-warnings')),
  unit: () => vitest('unit'),
  conformance: () => vitest('conformance'),
  build: async () => countCommand((await build(root)) ? 0 : 1),
  e2e: browserJourneys,
}

/** @type {{ name: string, seconds: number, count: Count }[]} */
const finished = []

async function main() {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in stages))
  if (unknown.length > 0) {
    console.error(`There is no stage "${unknown.join('", "')}". The stages are: ${Object.keys(stages).join(', ')}.`)
    process.exit(2)
  }
  await ensureInstalled(root)
  mkdirSync(reports, { recursive: true })
  for (const [name, stage] of Object.entries(stages)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`\n=== ${name}`)
    const start = performance.now()
    const count = await stage()
    finished.push({ name, seconds: (performance.now() - start) / 1000, count })
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function tool(command, ...args) {
  return run(command, args, { cwd: root, env: toolEnvironment(root) })
}

/** @param {string} project one of the projects of vitest.config.ts */
async function vitest(project) {
  const report = freshReport(`vitest-${project}`)
  const exitCode = await tool(
    'vitest',
    'run',
    `--project=${project}`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  return countVitest(readReport(report), exitCode)
}

async function browserJourneys() {
  const built = finished.find(({ name }) => name === 'build')
  const ready = built ? built.count.failed === 0 : await buildIfNeeded(root)
  if (!ready) return countNotRun('there is no built site to visit')
  if ((await tool('node', 'e2e/browser.mjs')) !== 0) return countNotRun('no browser')
  const report = freshReport('playwright')
  const env = { ...toolEnvironment(root), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const exitCode = await run('playwright', ['test', '--reporter=list,json'], { cwd: root, env })
  return countPlaywright(readReport(report), exitCode)
}

/** @param {string} name */
function freshReport(name) {
  const path = join(reports, `${name}.json`)
  rmSync(path, { force: true })
  return path
}

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function summarise() {
  console.log('')
  for (const { name, seconds, count } of finished) {
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    const remark = count.remark ? ` (${count.remark})` : ''
    console.log(`${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${closingLine(count)}${skipped}${remark}`)
  }
  // Named again here: a stage prints its failures long before the end, where few look for them.
  for (const { count } of finished)
    for (const failure of count.failures ?? []) console.log(`failed: ${failure.replace(`${root}/`, '')}`)
  const sum = addUp(finished.map(({ count }) => count))
  console.log(closingLine(sum))
  return sum
}

onStop(() => {
  finished.push({ name: 'interrupted', seconds: 0, count: countNotRun('stopped before the end') })
  summarise()
  process.exit(130)
})

try {
  await main()
  process.exitCode = summarise().failed > 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof Interrupted)) {
    console.error(error instanceof Error ? error.message : error)
    finished.push({ name: 'npm test', seconds: 0, count: countNotRun('stopped by the error above') })
    summarise()
    process.exitCode = 1
  }
}
