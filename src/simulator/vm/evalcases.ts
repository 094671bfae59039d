// Which instructions the evaluation loop runs itself (evalframe.ts), by the names of their handlers, and what it needs for
// that of a code object.

import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, CO_VARARGS, CO_VARKEYWORDS } from '../compiler/code.ts'
import type { Profile } from '../profiles/index.ts'
import type { Machine, Prepared } from './machine.ts'

const GENERATORS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR

/** What the loop needs of a code object beside what everybody does. */
export interface Plain {
  /** The instructions that the loop runs itself (`packed`); 0: the handler does. */
  readonly packed: Int32Array
  /** What each instruction learned (attributecache.ts, namecache.ts): LEARNED words; and how often it learned. */
  readonly learned: Int32Array
  readonly lessons: Uint8Array
  /** How many positional arguments it takes where it takes nothing else; else -1. */
  readonly exactArguments: number
  /** Cells of its variables, and of its value stack. */
  readonly locals: number
  readonly stack: number
  /** Its frame stands in a generator or coroutine. */
  readonly staysBehind: boolean
}

/** Words that an instruction has for what it learned. */
export const LEARNED = 4

/** That of the code that runs, where the loop has come to it. */
export function plainOf({ prepared }: Machine): Plain {
  return prepared.plain as Plain
}

/**
 * Says what stands on the value stack, which the loop writes without a word, before anybody else may look. Of a generator's
 * frame all of it: its memory will be another object's.
 */
export function noteStack(m: Machine): void {
  const { mem } = m.ts
  if (mem.log === null) return
  const { locals, stack, staysBehind } = plainOf(m)
  const first = (m.locals >> 2) + locals * 2
  const end = staysBehind ? first + stack * 2 : m.sp >> 2
  for (let at = first; at < end; at += 2) mem.touch(at)
}

/** Makes it. */
export function makePlain({ code, args }: Prepared, { handlers }: Profile): Plain {
  const takesMore = (code.co_flags & (CO_VARARGS | CO_VARKEYWORDS)) !== 0 || code.co_kwonlyargcount > 0
  const n = args.length
  const { instructions } = code
  return {
    packed: Int32Array.from(args, (arg, i) => packed(handlers[instructions[i].opname] ?? instructions[i].opname, arg)),
    learned: new Int32Array(n * LEARNED),
    lessons: new Uint8Array(n),
    exactArguments: takesMore ? -1 : code.co_argcount,
    locals: code.co_localsplusnames.length,
    stack: code.co_stacksize,
    staysBehind: (code.co_flags & GENERATORS) !== 0,
  }
}

/** The cases of the loop; the place in this list is the number. */
export const CASES: readonly string[] = [
  '',
  'LOAD_FAST',
  'LOAD_FAST_BORROW',
  'LOAD_FAST_LOAD_FAST',
  'LOAD_FAST_BORROW_LOAD_FAST_BORROW',
  'STORE_FAST',
  'LOAD_CONST',
  'LOAD_CONST_BORROW',
  'LOAD_SMALL_INT',
  'POP_TOP',
  'PUSH_NULL',
  'COPY',
  'SWAP',
  'NOT_TAKEN',
  'POP_JUMP_IF_FALSE',
  'POP_JUMP_IF_TRUE',
  'POP_JUMP_IF_NONE',
  'POP_JUMP_IF_NOT_NONE',
  'JUMP_FORWARD',
  'JUMP_BACKWARD',
  'BINARY_OP',
  'COMPARE_OP',
  'FOR_ITER',
  'RESUME',
  'LOAD_ATTR',
  'LOAD_METHOD',
  'STORE_ATTR',
  'LOAD_GLOBAL',
  'LOAD_NAME',
  'STORE_NAME',
  'CALL',
  'BINARY_SUBSCR',
  'STORE_SUBSCR',
  'IS_OP',
  'TO_BOOL',
  'RETURN_VALUE',
]

/** What a handler of another name is to the loop. */
export const SAME: Readonly<Record<string, string>> = {
  LOAD_FAST_CHECK: 'LOAD_FAST',
  LOAD_CLOSURE: 'LOAD_FAST',
  NOP: 'NOT_TAKEN',
  PRECALL: 'NOT_TAKEN',
  EXTENDED_ARG: 'NOT_TAKEN',
  END_FOR: 'POP_TOP',
  POP_ITER: 'POP_TOP',
  POP_JUMP_FORWARD_IF_FALSE: 'POP_JUMP_IF_FALSE',
  POP_JUMP_FORWARD_IF_TRUE: 'POP_JUMP_IF_TRUE',
  POP_JUMP_FORWARD_IF_NONE: 'POP_JUMP_IF_NONE',
  POP_JUMP_FORWARD_IF_NOT_NONE: 'POP_JUMP_IF_NOT_NONE',
  BINARY_OP_OR_SUBSCR: 'BINARY_OP',
  COMPARE_OP_SHIFT_4: 'COMPARE_OP',
  COMPARE_OP_SHIFT_5: 'COMPARE_OP',
  FOR_ITER_TO_TARGET: 'FOR_ITER',
  FOR_ITER_PAST_END: 'FOR_ITER',
  FOR_ITER_PAST_END_AND_POP: 'FOR_ITER',
  FOR_ITER_KEPT: 'FOR_ITER',
  LOAD_GLOBAL_NULL_FIRST: 'LOAD_GLOBAL',
  LOAD_GLOBAL_NULL_SECOND: 'LOAD_GLOBAL',
  CALL_NULL_FIRST: 'CALL',
  CALL_NULL_SECOND: 'CALL',
}

/** BINARY_OP's argument for a subscript (3.14+). */
const NB_SUBSCR = 26

/** An instruction as one word: which case runs it in the lowest byte (0: its handler), its argument above. */
export function packed(handler: string, arg: number): number {
  const [name, argument] = meaning(handler, arg)
  const number = CASES.indexOf(SAME[name] ?? name)
  // An argument of more bits is the handler's.
  return number > 0 && argument < 1 << 23 ? (argument << 8) | number : 0
}

/** Where the argument decides what an instruction is, it is told apart here. */
function meaning(handler: string, arg: number): readonly [name: string, arg: number] {
  if (handler === 'BINARY_OP_OR_SUBSCR' && arg === NB_SUBSCR) return ['BINARY_SUBSCR', 0]
  if (handler === 'LOAD_ATTR_NULL_FIRST' || handler === 'LOAD_ATTR_NULL_SECOND')
    return [arg & 1 ? 'LOAD_METHOD' : 'LOAD_ATTR', arg >> 1]
  return [handler, arg]
}

/** The case and the argument of a packed instruction. */
export const CASE_BITS = 8
export const CASE_MASK = 0xff
