// @ts-check
// Finds a Chromium for the journeys, and gets one if there is none. In this order: an environment variable, the one
// Playwright downloaded earlier, one installed on this computer, Playwright's download, the system's package manager.
// `node e2e/browser.mjs` does all of it and prints the path; playwright.config.ts only looks.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'

const variables = ['HEAPWISE_CHROMIUM', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const downloadLimit = 180_000
const packageLimit = 600_000

/** Where Chrome is when it is not on PATH. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []
  }),
]

/**
 * @returns {string | undefined} the path of a Chromium that is there already
 * @throws {Error} if an environment variable names one that is not there: a wish is not silently passed over
 */
export function findBrowser() {
  for (const variable of variables) {
    const path = process.env[variable]
    if (!path) continue
    if (!existsSync(path)) throw new Error(`${variable} is "${path}", but there is no such file.`)
    return path
  }
  return findPlaywrights() ?? findInstalled()
}

/**
 * @returns {string} the path of a Chromium, downloaded or installed if need be
 * @throws {Error} if there is none and none can be had
 */
export function getBrowser() {
  const found = findBrowser()
  if (found) return found
  console.log("No Chromium found. Trying Playwright's download ...")
  attempt('playwright', ['install', 'chromium'], downloadLimit)
  const downloaded = findPlaywrights()
  if (downloaded) return downloaded
  console.log("That did not work. Trying the system's package manager ...")
  installPackage()
  const installed = findInstalled()
  if (installed) return installed
  throw new Error(
    `No Chromium found, and none could be installed. Install Chromium or Chrome, or set ${variables[0]} to the path of one.`,
  )
}

function findPlaywrights() {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/** Asking for the version tells a browser from a wrapper that only says how to install one. */
function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...usualPlaces].find(
    (path) => existsSync(path) && (isWindowsProgram(path) || answersVersion(path)),
  )
}

/** @param {string} path */
function answersVersion(path) {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return answer.status === 0 && /\d+\.\d+/.test(answer.stdout)
}

/**
 * chrome.exe --version opens a window instead of answering.
 * @param {string} path
 */
function isWindowsProgram(path) {
  return path.endsWith('.exe')
}

function installPackage() {
  if (process.platform !== 'linux') return
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command, ...args] = [...prefix, 'apt-get', ...step]
    if (command) attempt(command, args, packageLimit)
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout in milliseconds
 */
function attempt(command, args, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const windows = process.platform === 'win32'
  const outcome = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout, env, shell: windows })
  if (outcome.error) console.log(`${command}: ${outcome.error.message}`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(`Browser: ${getBrowser()}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
