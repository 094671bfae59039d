// The whole pipeline on one screen: text → tokens → AST → symtable → code object → VM and heap → trace.

import { Recorder, type RecorderOptions } from '../trace/recorder.ts'
import type { Outcome, Trace } from '../trace/trace.ts'
import { type CompileResult, compileText, linesOf, withText } from './compiler/index.ts'
import { hasOpcodes } from './compiler/opcodes/index.ts'
import { whileOwning } from './heap/objimpl.ts'
import { type Budgets, type Stdin, Stop, type ThreadState } from './heap/pystate.ts'
import { DECREF, Py_TYPE } from './heap/refcount.ts'
import { Tstate } from './heap/runtime.ts'
import { importedParts } from './modules/imported.ts'
import { isHere, OpcodesMissing, PartMissing, startupNamesOf } from './modules/loaded.ts'
import { PyErr_GetRaisedException } from './objects/errors.ts'
import { getField } from './objects/exceptionfields.ts'
import { PyLong_AsNumber, PyLong_Check } from './objects/longobject.ts'
import { PyType_IsSubtype } from './objects/object.ts'
import { write } from './objects/textio.ts'
import { keepStartupNames } from './objects/unicodestorage.ts'
import { withKeywordTypo } from './parser/index.ts'
import { defaultProfile, type Profile } from './profiles/index.ts'
import { finalize } from './vm/finalize.ts'
import { frameLine } from './vm/frame.ts'
import type { Machine } from './vm/machine.ts'
import { findUnsupported } from './vm/prepare.ts'
import { exceptionLine, formatException } from './vm/printexception.ts'
import { formatSyntaxError } from './vm/printsyntaxerror.ts'
import { printWarnings, warningsText } from './vm/printwarning.ts'
import { createMain, runMain } from './vm/pylifecycle.ts'
import { giveBack, start } from './vm/restart.ts'
import { importPrinter, keepUncaught } from './vm/uncaught.ts'
import { Watcher } from './vm/watcher.ts'

/** What to run, and how. */
export interface Request {
  /** The program. */
  readonly source: string
  /** What it is called in tracebacks. */
  readonly filename?: string
  readonly profile?: Profile
  readonly budgets?: Partial<Budgets>
  /** What `input()` reads; nothing where it is absent. */
  readonly stdin?: Stdin
  /** How fine to record; `null` records nothing. */
  readonly record?: RecorderOptions | null
  /** Called when the interpreter has started, before anything of the program is there (tests of the laws). */
  readonly atStart?: (ts: ThreadState) => void
  /** Called before each instruction (tests of the laws). */
  readonly everyInstruction?: (ts: ThreadState, m: Machine) => void
  /** Every instruction is run by its handler, none by the evaluation loop itself (tests of the loop). */
  readonly handlersOnly?: boolean
  /** Called when everything is over, before the interpreter is dropped. */
  readonly atEnd?: (ts: ThreadState) => void
}

/** A text written to standard output (1) or standard error (2). */
export interface Written {
  readonly fileno: number
  readonly text: string
}

/** What came of it. */
export interface Run {
  readonly outcome: Outcome
  readonly stdout: string
  readonly stderr: string
  /** Both in the order written, as a terminal shows them. */
  readonly written: readonly Written[]
  /** As `python` would exit: 0, 1 after an uncaught exception, sys.exit's own; 3 unsupported, 4 budget or no line for `input()`, 70 a bug of ours. */
  readonly exitCode: number
  readonly trace: Trace | null
}

/** The limits used where a request states none. Steps are counted in instructions, memory in bytes. */
export const DEFAULT_BUDGETS: Budgets = {
  instructions: 20_000_000,
  memory: 256 << 20,
  output: 1_000_000,
  payload: 200_000_000,
}

/** How pages record: line by line, and the first lines that run by instruction too. */
export const RECORD: RecorderOptions = { grain: 'line', window: { from: 0, to: 2000 } }

/**
 * Runs a program to its end, whatever that is. Never throws for anything a program can do, but PartMissing where it imports
 * what is not loaded, and OpcodesMissing for a version whose opcodes are not.
 */
export function simulate(request: Request): Run {
  const profile = request.profile ?? defaultProfile
  const filename = request.filename ?? 'main.py'
  if (!hasOpcodes(profile.compiler.opcodes)) throw new OpcodesMissing(profile.compiler.opcodes)
  const compiled = translate(request.source, filename, profile)
  if (compiled.kind !== 'code') return failedBeforeStart(compiled.outcome, compiled.stderr)
  const missing = [...importedParts(compiled.code, profile)].filter((part) => !isHere(part))
  if (missing.length > 0) throw new PartMissing(missing)
  const interpreter = start(profile, { ...DEFAULT_BUDGETS, ...request.budgets })
  const { ts, ceval } = interpreter
  ts.startupNames = startupNamesOf(profile)
  keepStartupNames(ts)
  if (request.stdin) ts.stdin = request.stdin
  ceval.handlersOnly = request.handlersOnly ?? false
  ts.sources.set(filename, linesOf(request.source))
  const unsupported = findUnsupported(ts, compiled.code)
  if (unsupported) {
    giveBack(interpreter)
    return failedBeforeStart({ kind: 'unsupported', ...unsupported }, '')
  }
  let outcome: Outcome
  let recorder: Recorder | null = null
  try {
    const dict = createMain(ts, filename)
    request.atStart?.(ts)
    recorder = request.record ? new Recorder(ts, request.record) : null
    ts.happenings.watched = recorder !== null
    if (recorder || request.everyInstruction)
      ceval.observer = new Watcher(ts, recorder, filename, request.everyInstruction)
    printWarnings(ts, filename, compiled.warnings)
    const result = runMain(interpreter, compiled.code, dict)
    if (result !== 0) DECREF(ts, result)
    outcome = result === 0 ? uncaught(ts) : { kind: 'finished' }
    recorder?.beginStep('exit', 0, 0, 0, 0)
    finalize(ts)
  } catch (error) {
    if (error instanceof PartMissing) {
      giveBack(interpreter)
      throw error
    }
    outcome = stopped(ts, error)
  }
  const written = output(ts)
  const trace = recorder?.finish({ source: request.source, filename, outcome }) ?? null
  request.atEnd?.(ts)
  giveBack(interpreter)
  return { outcome, ...streams(written), exitCode: exitCodeOf(outcome), trace }
}

type Translation =
  | Extract<CompileResult, { readonly kind: 'code' }>
  | { readonly kind: 'failed'; readonly outcome: Outcome; readonly stderr: string }

/** Source to code object, or the reason why not. */
export function translate(source: string, filename: string, profile: Profile): Translation {
  const result = compileText(source, filename, profile)
  if (result.kind === 'code') return result
  if (result.kind === 'unsupported')
    return {
      kind: 'failed',
      outcome: { kind: 'unsupported', feature: result.feature, lineno: result.lineno },
      stderr: '',
    }
  const lines = linesOf(source)
  const error = withText(result.error, lines)
  const shown = withKeywordTypo(error, source, profile)
  const { type, msg: message, lineno, offset, end_lineno, end_offset } = error
  return {
    kind: 'failed',
    outcome: { kind: 'syntax_error', error: { type, message, lineno, offset, end_lineno, end_offset } },
    stderr: warningsText(filename, lines, result.warnings) + formatSyntaxError(shown, profile.tracebacks),
  }
}

function failedBeforeStart(outcome: Outcome, stderr: string): Run {
  return { outcome, ...streams([{ fileno: 2, text: stderr }]), exitCode: exitCodeOf(outcome), trace: null }
}

/** Prints an uncaught exception as the interpreter does; SystemExit only decides the exit code. */
function uncaught(ts: ThreadState): Outcome {
  return whileOwning(ts, PyErr_GetRaisedException(ts), (exception) => {
    if (PyType_IsSubtype(ts, Py_TYPE(ts, exception), ts.exc.SystemExit)) return systemExit(ts, exception)
    keepUncaught(ts, exception)
    importPrinter(ts)
    const line = exceptionLine(ts, exception)
    write(ts, 2, formatException(ts, exception))
    const [type] = line.split(':', 1)
    return { kind: 'raised', type, message: line.slice(type.length + 2), exitCode: 1 }
  })
}

function systemExit(ts: ThreadState, exception: number): Outcome {
  const code = getField(ts, exception, 'code')
  if (code === 0 || code === ts.none) return { kind: 'exit', code: 0 }
  if (PyLong_Check(ts, code)) return { kind: 'exit', code: PyLong_AsNumber(ts, code) & 0xff }
  write(ts, 2, `${exceptionLine(ts, exception).replace(/^SystemExit(: )?/, '')}\n`)
  return { kind: 'exit', code: 1 }
}

function stopped(ts: ThreadState, error: unknown): Outcome {
  if (error instanceof Stop) {
    if (error.outcome.kind === 'budget') return error.outcome
    const frame = ts.mem.load(Tstate.current_frame)
    return { ...error.outcome, lineno: frame === 0 ? 0 : frameLine(ts, frame) }
  }
  if (isStackOverflow(error)) {
    const frame = ts.mem.load(Tstate.current_frame)
    const feature = 'calls nested this deeply through built-in code'
    return { kind: 'unsupported', feature, lineno: frame === 0 ? 0 : frameLine(ts, frame) }
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return { kind: 'internal_error', message, stack: stack ?? '' }
}

/** V8 throws a RangeError, Firefox an InternalError: our own stack is smaller than a C stack. */
function isStackOverflow(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'RangeError' || error.name === 'InternalError') &&
    /stack|recursion/.test(error.message)
  )
}

/** What was written, in its order; texts that follow each other into the same stream are one. */
function output(ts: ThreadState): Written[] {
  const written: { fileno: number; text: string }[] = []
  for (const output of ts.happenings.outputs) {
    const { a, b } = ts.happenings.row(output)
    const last = written.at(-1)
    if (last?.fileno === a) last.text += ts.texts[b]
    else written.push({ fileno: a, text: ts.texts[b] })
  }
  return written
}

function streams(written: readonly Written[]): Pick<Run, 'stdout' | 'stderr' | 'written'> {
  const of = (stream: number) =>
    written
      .filter(({ fileno }) => fileno === stream)
      .map(({ text }) => text)
      .join('')
  return { stdout: of(1), stderr: of(2), written }
}

function exitCodeOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'finished':
      return 0
    case 'exit':
      return outcome.code
    case 'raised':
    case 'syntax_error':
      return 1
    case 'unsupported':
      return 3
    case 'budget':
    case 'input':
      return 4
    case 'internal_error':
      return 70
  }
}
