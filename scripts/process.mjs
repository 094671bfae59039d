// @ts-check
// Starting other programs: every child gets its own process group, so that stopping us stops all of it.
// Plain JavaScript, because the entry scripts run before anything is installed.

import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

const onWindows = process.platform === 'win32'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Thrown by `run` for a child that we stopped ourselves. */
export class Interrupted extends Error {}

let stopping = false

/**
 * The environment with the installed tools first on PATH: `node` is then the pinned Node, not the one that started us.
 * @param {string} root the repository
 */
export function toolEnvironment(root) {
  const bin = join(root, 'node_modules', '.bin')
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${pathWithout(bin)}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    // The simulator is some five hundred files of TypeScript, and every file of tests reads them anew.
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    // A log is read later, perhaps cut to its end: there a dot is one character, not eleven.
    ...(!process.stdout.isTTY && { NO_COLOR: '1', FORCE_COLOR: undefined }),
  }
}

/**
 * The environment without the installed tools on PATH: for npm, which must not run on a Node that it is replacing.
 * @param {string} root the repository
 */
export function plainEnvironment(root) {
  return { ...process.env, PATH: pathWithout(join(root, 'node_modules', '.bin')) }
}

/** @param {string} directory */
function pathWithout(directory) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => entry !== directory)
    .join(delimiter)
}

/**
 * Runs a program to its end, its output going straight to ours.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} the exit code; 127 if the program could not be started
 */
export function run(command, args, options) {
  if (stopping) return Promise.reject(new Interrupted())
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: !onWindows,
      shell: onWindows,
    })
    running.add(child)
    child.on('error', (error) => {
      running.delete(child)
      console.error(`${command} could not be started: ${error.message}`)
      resolve(127)
    })
    child.on('exit', (code, signal) => {
      running.delete(child)
      if (stopping) return reject(new Interrupted())
      if (signal) console.error(`${command} was ended from outside, by ${signal}.`)
      resolve(code ?? 1)
    })
  })
}

/**
 * Calls `stop` once, on the first Ctrl+C or request to end, after every child is gone. npm passes the signal on as well
 * as the terminal does, so a second one is no second wish.
 * @param {() => void | Promise<void>} stop
 */
export function onStop(stop) {
  const once = async () => {
    if (stopping) return
    stopping = true
    await stopChildren()
    await stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, once)
  // A signal sent to npm alone ends npm and the shell between npm and us, and we never hear of it.
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) once()
  }, 500)
  watch.unref()
}

async function stopChildren() {
  const ends = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of running) signalGroup(child, 'SIGTERM')
  const hard = setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL')
  }, 5000)
  await Promise.all(ends)
  clearTimeout(hard)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  try {
    if (onWindows || child.pid === undefined) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It ended by itself in between.
  }
}
