// @ts-check
// Builds the site into dist/. `buildIfNeeded` skips the build if no source has changed: a build leaves the digest of the
// sources it was made from in dist/.sources, and any other build empties dist/ and so removes it.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { Interrupted, onStop, run, toolEnvironment } from './process.mjs'

const sourceFolders = ['src', 'components', 'content', 'public', 'scripts']
const sourceFiles = /^(astro\.config\.mjs|package(-lock)?\.json|tsconfig\.json)$/

/**
 * @param {string} root the repository
 * @returns {Promise<boolean>} whether the build went well
 */
export async function build(root) {
  const digest = sourcesDigest(root)
  const code = await run('astro', ['build'], { cwd: root, env: toolEnvironment(root) })
  if (code !== 0) return false
  if (!existsSync(join(root, 'dist', 'index.html'))) {
    console.error('The build ended without an error, but wrote no dist/index.html.')
    return false
  }
  writeFileSync(stampPath(root), digest)
  return true
}

/**
 * @param {string} root the repository
 * @returns {Promise<boolean>} whether there is a build of the present sources now
 */
export async function buildIfNeeded(root) {
  if (isBuilt(root)) {
    console.log('The site is built already: no source has changed since.')
    return true
  }
  return build(root)
}

/** @param {string} root */
function isBuilt(root) {
  return existsSync(stampPath(root)) && readFileSync(stampPath(root), 'utf8') === sourcesDigest(root)
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'dist', '.sources')
}

/**
 * One number for the names and contents of everything the site is made from; tests are left out.
 * @param {string} root
 */
export function sourcesDigest(root) {
  const hash = createHash('sha256')
  const files = readdirSync(root).filter((name) => sourceFiles.test(name))
  for (const folder of sourceFolders) files.push(...filesBelow(root, folder))
  for (const file of files.sort()) {
    if (/\.test\.[a-z]+$/.test(file)) continue
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesBelow(root, path)
    return entry.isFile() ? [path] : []
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  onStop(() => process.exit(130))
  try {
    await ensureInstalled(root)
    process.exitCode = (await build(root)) ? 0 : 1
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
  }
}
