// An interpreter that has started is the same each time, so that the last one is kept as it was then: the next run of its
// version begins with it. NOT CPYTHON: no program can tell (conformance/restart.test.ts runs them one after the other).

import type { MemoryAtStart } from '../heap/memory.ts'
import type { Budgets, ThreadState } from '../heap/pystate.ts'
import type { Profile } from '../profiles/index.ts'
import { type Interpreter, initialize } from './pylifecycle.ts'

/** What one field of the thread state was; what is behind a reference may change, so it is copied. */
interface Field {
  readonly name: string
  readonly value: unknown
  readonly copy: unknown
}

/** An interpreter with all that a run may change of it. */
interface Kept {
  readonly interpreter: Interpreter
  readonly memory: MemoryAtStart
  readonly fields: readonly Field[]
  /** What had happened by then. */
  readonly happened: number
  /** What it took of the budgets. */
  readonly started: Omit<Budgets, 'memory'>
}

let kept: Kept | null = null
/** Those that run. */
const running = new Map<Interpreter, Kept>()

/** A started interpreter; give it to `giveBack` when everything is over. */
export function start(profile: Profile, budgets: Budgets): Interpreter {
  const again = kept
  kept = null
  if (again !== null && isFor(again, profile, budgets)) {
    running.set(again.interpreter, again)
    return given(again, budgets)
  }
  const interpreter = initialize(profile, budgets)
  const { ts } = interpreter
  running.set(interpreter, {
    interpreter,
    memory: ts.mem.atStart(),
    fields: fieldsOf(ts),
    happened: ts.happenings.count,
    started: {
      instructions: budgets.instructions - ts.fuel,
      output: budgets.output - ts.outputLeft,
      payload: budgets.payload - ts.payloadLeft,
    },
  })
  return interpreter
}

/** Ends an interpreter. Nobody may use it or its memory any more. */
export function giveBack(interpreter: Interpreter): void {
  kept = running.get(interpreter) ?? null
  running.delete(interpreter)
  // At once, so that what a large program took is not held until the next one.
  if (kept !== null) restore(kept)
}

/** The next interpreter starts anew (for tests that break something of the machine). */
export function forget(): void {
  kept = null
}

/** An interpreter with other budgets. */
function given({ interpreter, started }: Kept, budgets: Budgets): Interpreter {
  const { ts } = interpreter
  ts.budgets = budgets
  ts.fuel = budgets.instructions - started.instructions
  ts.outputLeft = budgets.output - started.output
  ts.payloadLeft = budgets.payload - started.payload
  return interpreter
}

/** Of the budgets only memory matters to an interpreter that starts, and the little that its texts take. */
function isFor({ interpreter: { ts }, started }: Kept, profile: Profile, budgets: Budgets): boolean {
  return ts.profile === profile && ts.budgets.memory === budgets.memory && budgets.payload >= started.payload
}

function fieldsOf(ts: ThreadState): Field[] {
  return Object.entries(ts).map(([name, value]) => ({ name, value, copy: copyOf(value) }))
}

/** Lists only grow, so that how long they were is enough; of tables the rows are kept. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length
  if (value instanceof Map) return [...value]
  if (value instanceof Int32Array) return value.slice()
  return isTable(value) ? { ...value } : undefined
}

/** Addresses by name: the static types, the exceptions. */
function isTable(value: unknown): value is Record<string, number> {
  if (typeof value !== 'object' || value === null) return false
  const values = Object.values(value)
  return values.length > 0 && values.every((each) => typeof each === 'number')
}

function restore({ interpreter, memory, fields, happened }: Kept): void {
  const { ts, ceval } = interpreter
  ts.mem.restart(memory)
  const state = ts as unknown as Record<string, unknown>
  for (const { name, value, copy } of fields) {
    state[name] = value
    if (Array.isArray(value)) value.length = copy as number
    else if (value instanceof Map) fill(value, copy as readonly (readonly [unknown, unknown])[])
    else if (value instanceof Int32Array) value.set(copy as Int32Array)
    else if (copy !== undefined) Object.assign(value as object, copy)
  }
  ts.happenings.restart(happened)
  ceval.restart()
}

function fill(map: Map<unknown, unknown>, rows: readonly (readonly [unknown, unknown])[]): void {
  map.clear()
  for (const [key, value] of rows) map.set(key, value)
}
