// @ts-check
// Installs the dependencies when they are missing or no longer those of package-lock.json, and not otherwise.
// npm keeps the record of what it installed in node_modules/.package-lock.json; comparing with that also notices an
// install made by hand or one that was interrupted.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainEnvironment, run, toolEnvironment } from './process.mjs'

/** The oldest Node that runs TypeScript files by itself and that Astro and Vitest accept. */
const oldestNode = [22, 18]

/**
 * Installs what is missing.
 * @param {string} root the repository
 * @throws {Error} if the installation fails, or did not bring a Node that the tools can run on
 */
export async function ensureInstalled(root) {
  const reason = whyInstall(root)
  if (reason === undefined) return
  console.log(`Installing the dependencies (${reason}). This takes a minute or two, once.`)
  // Errors only: npm would warn that it runs on an older Node than the tools want, which they bring themselves.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run('npm', args, { cwd: root, env: plainEnvironment(root) })
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}.`)
  const problem = nodeProblem(root)
  if (problem) throw new Error(`${problem} Is "ignore-scripts" set in your npm configuration? Then use Node 24 itself.`)
}

/**
 * @param {string} root
 * @returns {string | undefined} why an installation is needed; undefined if everything is there
 */
export function whyInstall(root) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) throw new Error('package-lock.json is missing or unreadable.')
  if (!installed) return 'there is no complete installation yet'
  return lockDifference(wanted, installed) ?? nodeProblem(root)
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @param {Record<string, LockedPackage>} wanted the packages of package-lock.json
 * @param {Record<string, LockedPackage>} installed the packages npm recorded in node_modules
 * @returns {string | undefined} the first difference, in words. Optional packages may be absent: they are those of other
 *   operating systems.
 */
export function lockDifference(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const name = path.replace(/^.*node_modules\//, '')
    const present = installed[path]
    if (!present) {
      if (entry.optional) continue
      return `${name} is missing`
    }
    if (present.version !== entry.version || present.integrity !== entry.integrity) return `${name} has changed`
  }
  const extra = Object.keys(installed).find((path) => !(path in wanted))
  return extra && `${extra.replace(/^.*node_modules\//, '')} is no longer wanted`
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** @param {string} root */
function nodeProblem(root) {
  const answer = spawnSync('node', ['--version'], { cwd: root, env: toolEnvironment(root), encoding: 'utf8' })
  const [major = 0, minor = 0] = (answer.stdout ?? '').trim().replace(/^v/, '').split('.').map(Number)
  const recent = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  return recent ? undefined : 'the Node the tools run on is missing.'
}
