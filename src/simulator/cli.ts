// The simulator from a terminal: `npm run --silent sim -- run [--python 3.14] [--trace FILE.json] [--max-steps N] FILE.py ...`

import { readFileSync, writeFileSync } from 'node:fs'
import { traceToJson } from '../trace/json.ts'
import { defaultProfile, findProfile, profiles } from './profiles/index.ts'
import { simulate } from './simulate.ts'

const USAGE = `usage: sim run [--python VERSION] [--trace FILE.json] [--max-steps N] FILE.py ...

  FILE.py          a program; several are run one after the other, each under a line "== FILE.py"; - is standard input
  --python VERSION one of ${profiles.map((profile) => profile.name).join(', ')} (default ${defaultProfile.name})
  --trace FILE     writes the recorded run as JSON
  --max-steps N    most bytecode instructions (default 20000000)

Exits as python would: 0, or 1 after an uncaught exception; 2 usage, 3 not simulated yet, 4 a budget was used up.
`

interface Options {
  python: string
  trace: string | null
  maxSteps: number | null
  files: string[]
}

/** The options of `sim run`, or what is wrong with them. */
function parseArguments(argv: readonly string[]): Options | string {
  const options: Options = { python: defaultProfile.name, trace: null, maxSteps: null, files: [] }
  const rest = [...argv]
  if (rest.shift() !== 'run') return 'the only command is "run"'
  while (rest.length > 0) {
    const word = rest.shift() as string
    const [name, inline] = word.startsWith('--') ? word.split('=', 2) : [word, undefined]
    if (!['--python', '--trace', '--max-steps'].includes(name)) {
      if (word.startsWith('-') && word !== '-') return `unknown option ${word}`
      options.files.push(word)
      continue
    }
    const value = inline ?? rest.shift()
    if (value === undefined) return `${name} needs a value`
    if (name === '--python') options.python = value
    else if (name === '--trace') options.trace = value
    else if (/^[1-9]\d*$/.test(value)) options.maxSteps = Number(value)
    else return `--max-steps needs a whole number above 0, not ${value}`
  }
  return options.files.length === 0 ? 'no file given' : options
}

function usageError(message: string): number {
  process.stderr.write(`sim: ${message}\n\n${USAGE}`)
  return 2
}

function read(file: string): string | null {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    return null
  }
}

/** The command line, without the names of Node and of this file; gives the exit status. */
export function main(argv: readonly string[]): number {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(USAGE)
    return 0
  }
  const options = parseArguments(argv)
  if (typeof options === 'string') return usageError(options)
  const profile = findProfile(options.python)
  if (!profile) return usageError(`no Python ${options.python} here`)
  let worst = 0
  for (const file of options.files) {
    const source = read(file)
    if (source === null) return usageError(`can't open file ${file}`)
    if (options.files.length > 1) process.stdout.write(`== ${file}\n`)
    const run = simulate({
      source,
      filename: file === '-' ? '<stdin>' : file,
      profile,
      budgets: options.maxSteps === null ? {} : { instructions: options.maxSteps },
      stdin: { readLine: () => standardInput.next().value ?? null, echoes: false },
      record: options.trace === null ? null : { grain: 'line' },
    })
    // In the order written, as on a terminal; into a pipe CPython would keep standard output back until it is much, or over.
    for (const { fileno, text } of run.written) (fileno === 1 ? process.stdout : process.stderr).write(text)
    process.stderr.write(explanation(run.outcome))
    if (options.trace !== null && run.trace) writeFileSync(options.trace, traceToJson(run.trace))
    worst = Math.max(worst, run.exitCode)
  }
  return worst
}

/** The lines of standard input, read when the first is asked for. */
function* linesOfStandardInput(): Generator<string, undefined> {
  const lines = readFileSync(0, 'utf8').split('\n')
  // What follows the last newline is a line only if there is something.
  if (lines.at(-1) === '') lines.pop()
  yield* lines
}

const standardInput = linesOfStandardInput()

/** What a terminal is told about an end that CPython does not have. */
function explanation(outcome: ReturnType<typeof simulate>['outcome']): string {
  if (outcome.kind === 'unsupported') return `unsupported: ${outcome.feature}, line ${outcome.lineno}\n`
  if (outcome.kind === 'budget' && outcome.which === 'waiting') return 'every thread waits for another one, for ever\n'
  if (outcome.kind === 'budget') return `budget: the ${outcome.which} budget is used up\n`
  if (outcome.kind === 'internal_error') return `internal error: ${outcome.message}\n${outcome.stack}\n`
  return ''
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2))
