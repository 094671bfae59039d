// Makes a code object ready to run: each instruction gets the handler its version means, jumps get their target, and the
// tables the loop asks at each step (where a line begins, which handler covers an instruction) are laid out.

import type { Code } from '../compiler/code.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { callHandlers } from './bytecodes/calls.ts'
import { containerHandlers } from './bytecodes/containers.ts'
import { controlHandlers } from './bytecodes/control.ts'
import { coroutineHandlers } from './bytecodes/coroutines.ts'
import { exceptionHandlers } from './bytecodes/exceptions.ts'
import { formattingHandlers } from './bytecodes/formatting.ts'
import { generatorHandlers } from './bytecodes/generators.ts'
import { intrinsicHandlers } from './bytecodes/intrinsics.ts'
import { nameHandlers } from './bytecodes/names.ts'
import { operatorHandlers } from './bytecodes/operators.ts'
import { patternHandlers } from './bytecodes/patterns.ts'
import { stackHandlers } from './bytecodes/stack.ts'
import type { Handler, Prepared } from './machine.ts'

/** Every handler by name. A version's own meaning of an opcode is named in its profile (`handlers`). */
const HANDLERS: Readonly<Record<string, Handler>> = {
  ...stackHandlers,
  ...nameHandlers,
  ...operatorHandlers,
  ...containerHandlers,
  ...callHandlers,
  ...controlHandlers,
  ...exceptionHandlers,
  ...formattingHandlers,
  ...generatorHandlers,
  ...coroutineHandlers,
  ...intrinsicHandlers,
  ...patternHandlers,
}

/** What an opcode is for, in a learner's words, where the VM does not run it. */
const FEATURES: Readonly<Record<string, string>> = {
  RETURN_GENERATOR: 'generators (`yield`, generator expressions)',
  YIELD_VALUE: 'generators (`yield`)',
  SEND: '`yield from` and `await`',
  GET_YIELD_FROM_ITER: '`yield from`',
  GET_AWAITABLE: '`await`',
  GET_AITER: '`async for`',
  BEFORE_ASYNC_WITH: '`async with`',
  MATCH_CLASS: '`match` statements',
  MATCH_MAPPING: '`match` statements',
  MATCH_SEQUENCE: '`match` statements',
  MATCH_KEYS: '`match` statements',
  CHECK_EG_MATCH: '`except*`',
  PREP_RERAISE_STAR: '`except*`',
  IMPORT_STAR: '`from module import *`',
  BUILD_TEMPLATE: 't-strings',
  BUILD_INTERPOLATION: 't-strings',
}

/** The first instruction of a code object (or of one inside it) that the VM does not run, with its line. */
export function findUnsupported(ts: ThreadState, code: Code): { feature: string; lineno: number } | null {
  for (const instruction of code.instructions) {
    if (handlerFor(ts, instruction.opname)) continue
    return {
      feature: FEATURES[instruction.opname] ?? instruction.opname,
      lineno: instruction.lineno ?? code.co_firstlineno,
    }
  }
  for (const constant of code.co_consts) {
    if (constant.kind !== 'code') continue
    const inner = findUnsupported(ts, constant.code)
    if (inner) return inner
  }
  return null
}

/** Lays out the tables of a code object. */
export function prepare(ts: ThreadState, code: Code): Prepared {
  const n = code.instructions.length
  const handlers: Handler[] = []
  const args = new Int32Array(n)
  const offsets = new Int32Array(n)
  const lineStart = new Int32Array(n)
  const covered = new Int16Array(n).fill(-1)
  let previousLine = 0
  for (const [i, instruction] of code.instructions.entries()) {
    const handler = handlerFor(ts, instruction.opname)
    if (!handler) throw new Stop({ kind: 'unsupported', feature: instruction.opname })
    handlers.push(handler)
    offsets[i] = ts.profile.layout.code + instruction.offset
    args[i] = instruction.target >= 0 ? instruction.target : instruction.oparg
    const line = instruction.lineno ?? 0
    if (line > 0 && line !== previousLine && !ENTRY.has(instruction.opname)) lineStart[i] = line
    if (!ENTRY.has(instruction.opname)) previousLine = line
  }
  for (const [row, entry] of code.co_exceptiontable.entries())
    for (let i = entry.start; i < entry.end; i++) covered[i] = row
  markJumpTargets(code, lineStart)
  return { code, handlers, args, offsets, lineStart, covered, plain: null }
}

/** Instructions before the body: they carry the line of `def` and begin no line of their own. */
const ENTRY = new Set(['RESUME', 'MAKE_CELL', 'COPY_FREE_VARS', 'RETURN_GENERATOR'])

/** A line can also begin where a jump lands in its middle from another line (the head of a loop). */
function markJumpTargets(code: Code, lineStart: Int32Array): void {
  for (const instruction of code.instructions) {
    if (instruction.target < 0) continue
    const target = code.instructions[instruction.target]
    if (target?.lineno) lineStart[instruction.target] = target.lineno
  }
}

function handlerFor(ts: ThreadState, opname: string): Handler | undefined {
  return HANDLERS[ts.profile.handlers[opname] ?? opname]
}
