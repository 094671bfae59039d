// @ts-check
// How much script the simulator's worker is, in the built site: what it loads before it can run a program, and each part of
// the library, which it fetches when a program needs it. `node scripts/worker-size.mjs` prints the table after a build.

import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** @typedef {{ readonly file: string, readonly bytes: number, readonly gzip: number }} Size */

/**
 * @param {string} dist the built site
 * @returns {{ first: Size[], later: Size[] }} the worker with every file it imports, and the files it may fetch later. Sizes in bytes.
 */
export function workerSize(dist) {
  const folder = join(dist, '_astro')
  const workers = readdirSync(folder).filter((name) => /^worker-.*\.js$/.test(name))
  if (workers.length !== 1) throw new Error(`the build has ${workers.length} workers of the simulator, not one`)
  const first = new Set(workers)
  const later = new Set()
  for (const file of first)
    for (const each of imports(folder, file, /\b(?:from|import)\s*(["'`])(\.[^"'`]+)\1/g)) first.add(each)
  for (const file of first) for (const each of imports(folder, file, /\bimport\((["'`])(\.[^"'`]+)\1/g)) later.add(each)
  for (const file of later)
    for (const each of imports(folder, file, /\b(?:from|import)\s*(["'`])(\.[^"'`]+)\1/g)) later.add(each)
  const measure = (/** @type {string} */ file) => {
    const text = readFileSync(join(folder, file))
    return { file, bytes: text.length, gzip: gzipSync(text, { level: 9 }).length }
  }
  return { first: [...first].map(measure), later: [...later].filter((file) => !first.has(file)).map(measure) }
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {RegExp} pattern
 */
function imports(folder, file, pattern) {
  return [...readFileSync(join(folder, file), 'utf8').matchAll(pattern)].map(([, , path]) => posix.normalize(path))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { first, later } = workerSize(fileURLToPath(new URL('../dist', import.meta.url)))
  const total = first.reduce((sum, { gzip }) => sum + gzip, 0)
  for (const { file, bytes, gzip } of first) console.log(`first  ${file}  ${bytes} bytes, ${gzip} gzip`)
  for (const { file, bytes, gzip } of later.sort((a, b) => b.gzip - a.gzip))
    console.log(`later  ${file}  ${bytes} bytes, ${gzip} gzip`)
  console.log(`before a program runs: ${total} bytes gzip in ${first.length} files`)
}
