import { describe, expect, test } from 'vitest'
import '../compiler/opcodes/all.ts'
import { findOpcodes } from '../compiler/opcodes/index.ts'
import { profiles } from '../profiles/index.ts'
import { CASE_BITS, CASE_MASK, CASES, packed, SAME } from './evalcases.ts'

/** The handlers of all instructions of all versions. */
const handlers = new Set(
  profiles.flatMap(({ compiler, handlers }) =>
    findOpcodes(compiler.opcodes).table.rows.map(([name]) => handlers[name] ?? name),
  ),
)

describe('the cases of the evaluation loop', () => {
  test.each(Object.entries(SAME))('%s is the handler of some version, and is told as a case: %s', (handler, name) => {
    expect(handlers).toContain(handler)
    expect(CASES).toContain(name)
  })

  test.each(CASES.slice(1))('%s stands for a handler', (name) => {
    const others = Object.keys(SAME).filter((handler) => SAME[handler] === name)
    expect([name, ...others].some((handler) => handlers.has(handler))).toBe(true)
  })

  test('an instruction is packed with its argument', () => {
    const word = packed('LOAD_FAST', 300)
    expect([CASES[word & CASE_MASK], word >> CASE_BITS]).toEqual(['LOAD_FAST', 300])
  })

  test('an argument can make it another one', () => {
    const name = (word: number) => CASES[word & CASE_MASK]
    expect(name(packed('LOAD_ATTR_NULL_SECOND', 6))).toBe('LOAD_ATTR')
    expect(name(packed('LOAD_ATTR_NULL_SECOND', 7))).toBe('LOAD_METHOD')
    expect(name(packed('BINARY_OP_OR_SUBSCR', 26))).toBe('BINARY_SUBSCR')
  })

  test('what has no case, and an argument that is too large, is left to the handler', () => {
    expect(packed('BUILD_LIST', 1)).toBe(0)
    expect(packed('LOAD_FAST', 1 << 23)).toBe(0)
  })
})
