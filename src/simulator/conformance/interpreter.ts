// Runs programs in a real interpreter, as `python main.py` would: a fresh process each, in an empty folder.

import { type ExecFileException, execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { commonPattern } from './pattern.ts'
import { digest, type Facts, type Observation, type Recording } from './recordings.ts'

/** What programs are called while they run, in every interpreter. */
export const FILE_NAME = 'main.py'

/**
 * The simulator hashes text with a key of zeros, as CPython does with this seed. What is printed leaves at once, as on a
 * terminal: into a pipe, `sys.stdout` would keep the text that waits (and count as its owner). Nothing else of the
 * surroundings counts.
 */
const environment = {
  PYTHONHASHSEED: '0',
  PYTHONNOUSERSITE: '1',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUNBUFFERED: '1',
  LC_ALL: 'C.UTF-8',
}

/** A real interpreter. */
export interface Interpreter extends Facts {
  /** `null`: it cannot judge this program. */
  run(text: string): Promise<Observation | null>
  /** The next run begins with an interpreter nothing has run in. Where it is absent, every run does. */
  restart?(): void
}

/**
 * The interpreter a command starts.
 * @throws Error where the command is none
 */
export function findInterpreter(command: string): Interpreter {
  const ask = `import sys; print(*sys.version_info[:3], sep='.')
print(sys.platform, sys.maxsize.bit_length() + 1); print(sys.getrefcount(None))`
  const { stdout, status, error } = spawnSync(command, ['-I', '-c', ask], { encoding: 'utf8', timeout: 20_000 })
  if (status !== 0) throw new Error(`${command} is not a Python that runs${error ? `: ${error.message}` : ''}`)
  const [version, platform, immortal] = stdout.trim().split('\n')
  const facts = { version, platform: `${platform}-bit`, immortal: Number(immortal), withoutExit: false }
  return { ...facts, run: (text) => runOnce(command, text) }
}

/** What is left of a process. */
interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly code?: number | string | null
  readonly signal?: string | null
}

/** The lines a program reads: one that stops in pdb is told to go on, no other one has any. */
export function typedFor(text: string): string[] {
  return text.includes('set_trace') ? ['continue\n'] : []
}

async function runOnce(command: string, text: string): Promise<Observation | null> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'conformance-')))
  try {
    writeFileSync(join(folder, FILE_NAME), text)
    const run = promisify(execFile)(command, [FILE_NAME], {
      cwd: folder,
      encoding: 'utf8',
      env: environment,
      timeout: 60_000,
      maxBuffer: 64 << 20,
    })
    // One that has crashed reads nothing; how it ended is told below.
    run.child.stdin?.on('error', () => {})
    run.child.stdin?.end(typedFor(text).join(''))
    // Any other exit status than 0 is an error to Node.
    const {
      stdout,
      stderr,
      code = 0,
      signal,
    }: Ended = await run.catch((error: ExecFileException): Ended => error as ExecFileException & Ended)
    // It took too long, or the interpreter itself has crashed (3.12.1 does, when some generators die in a collection).
    if (signal === 'SIGTERM' || signal === 'SIGSEGV') return null
    if (typeof code !== 'number') throw new Error(`the interpreter was ended by ${signal ?? code}`)
    const relative = (output: string) => output.replaceAll(folder + sep, '')
    return { exit: code, stdout: relative(stdout), stderr: relative(stderr) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As recordGenerated(), in an interpreter nothing has run in: its collector holds nothing of another program's. */
export async function recordAlone(interpreter: Interpreter, text: string): Promise<Recording | null> {
  interpreter.restart?.()
  return await recordGenerated(interpreter, text)
}

/** As record(), for a program that says nothing that differs from run to run but addresses: without one, one run will do. */
export async function recordGenerated(interpreter: Interpreter, text: string): Promise<Recording | null> {
  const first = await interpreter.run(text)
  if (first === null || /\b0x/.test(first.stdout + first.stderr)) return await record(interpreter, text)
  return { source: digest(text), ...first }
}

/** Runs a text twice, so that what differs from run to run (addresses) is known not to be comparable. */
export async function record(interpreter: Interpreter, text: string): Promise<Recording | null> {
  let [first, second] = [await interpreter.run(text), await interpreter.run(text)]
  const lines = (text = '') => text.split('\n').length
  const differ = () => lines(first?.stdout) !== lines(second?.stdout) || lines(first?.stderr) !== lines(second?.stderr)
  // Where an interpreter runs one program after the other, what the first left over may be seen by the second.
  if (interpreter.restart && differ()) {
    interpreter.restart()
    first = await interpreter.run(text)
    interpreter.restart()
    second = await interpreter.run(text)
    if (differ()) return null
  }
  if (first === null || second === null) return null
  if (first.exit !== second.exit) throw new Error('two runs ended with different exit statuses')
  const stdout = commonPattern(first.stdout, second.stdout)
  const stderr = commonPattern(first.stderr, second.stderr)
  const same = stdout === first.stdout && stderr === first.stderr
  return { source: digest(text), exit: first.exit, stdout, stderr, ...(same ? {} : { varies: true }) }
}
