import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { Memory } from '../simulator/heap/memory.ts'
import { Cursor } from './cursor.ts'
import { Happenings } from './happenings.ts'
import { traceFromJson, traceToJson } from './json.ts'
import { checkJson, checkReversible } from './law.ts'
import { Recorder } from './recorder.ts'
import type { Trace } from './trace.ts'

// Recording and replaying whole images takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Write = readonly [word: number, value: number]

/** Records steps of writes, and keeps a copy of the whole memory before each for comparison. */
function record(
  steps: readonly (readonly Write[])[],
  size = 4096,
  keep: (step: number) => boolean = () => true,
): { trace: Trace; images: Int32Array[] } {
  const mem = new Memory(64, 64 << 20)
  mem.sbrk(size * 4, 16)
  mem.store(128, 7)
  const recorder = new Recorder(
    {
      profile: { name: '3.14' },
      mem,
      happenings: new Happenings(),
      texts: ['', 'a', '\ud800'],
      codes: [],
      natives: [],
      types: {},
      moduleTypes: new Map(),
      moduleOwns: new Map(),
      exc: {},
      none: 0,
      true_: 0,
      false_: 0,
      notImplemented: 0,
      ellipsis: 0,
      emptyTuple: 0,
      emptyStr: 0,
      smallInts: 0,
      latin1: 0,
      pause: () => {},
      chargePayload: () => {},
    },
    { grain: 'line' },
  )
  const images: Int32Array[] = []
  const copy = (step: number) => {
    if (keep(step)) images[step] = mem.words.slice(0, (mem.top + 3) >> 2)
  }
  steps.forEach((writes, i) => {
    recorder.beginStep('line', i + 1, 0, 1, 0)
    copy(i)
    for (const [word, value] of writes) {
      if (word === -1) mem.sbrk(1 << 20, 1 << 20)
      else mem.store(word * 4, value)
    }
  })
  copy(steps.length)
  return { trace: recorder.finish({ source: '', filename: 'a.py', outcome: { kind: 'finished' } }), images }
}

function sameImage(cursor: Cursor, image: Int32Array): boolean {
  return image.every((word, i) => cursor.words[i] === word) && cursor.words.subarray(image.length).every((w) => w === 0)
}

const word = fc.integer({ min: 16, max: 4000 })
const value = fc.oneof(fc.integer(), fc.integer({ min: 0, max: 3 }))
const programs = fc.array(fc.array(fc.tuple(word, value), { maxLength: 8 }), { minLength: 1, maxLength: 15 })

describe('the log of writes', () => {
  test('every step has the memory it had, however one gets there', () => {
    fc.assert(
      fc.property(programs, fc.array(fc.nat(20), { maxLength: 12 }), (program, targets) => {
        const { trace, images } = record(program)
        const cursor = new Cursor(trace)
        for (const target of targets) {
          cursor.seek(target)
          expect(cursor.step).toBe(Math.min(target, program.length))
          expect(sameImage(cursor, images[cursor.step])).toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })

  test('forward to the end and back is the start, word for word', () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(checkReversible(record(program).trace)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('a word that ends a step as it began it is not logged', () => {
    const { trace } = record([
      [
        [100, 1],
        [101, 5],
        [100, 0],
      ],
      [],
    ])
    expect(Array.from(trace.log.starts.slice(0, 3))).toEqual([0, 1, 1])
  })

  test('a damaged log is noticed', () => {
    const { trace } = record(Array.from({ length: 3 }, (_, i): Write[] => [[100 + i, 9]]))
    const { chunks, starts } = trace.log
    const changes = chunks[0].changes.slice()
    changes[changes.length - 1] ^= 1
    const damaged = { ...trace, log: { starts, chunks: [{ start: 0, changes }] } }
    const lastFrame = { ...trace.keyframes[0], step: 3, words: trace.keyframes[0].words }
    expect(checkReversible({ ...damaged, keyframes: [...trace.keyframes, lastFrame] })).not.toEqual([])
  })

  test('long runs are cut into chunks and keyframes, and any step is still right', () => {
    const program = Array.from({ length: 1200 }, (_, i): Write[] =>
      Array.from({ length: 150 }, (_, k): Write => [((i * 7919 + k * 104729) % 60000) + 16, (i * k * 2654435761) | 0]),
    )
    const targets = [1200, 0, 599, 1199, 1, 600, 900, 280]
    const { trace, images } = record(program, 65536, (step) => targets.includes(step))
    expect(trace.log.chunks.length).toBeGreaterThan(2)
    expect(trace.keyframes.length).toBeGreaterThan(1)
    const cursor = new Cursor(trace)
    for (const step of targets) {
      cursor.seek(step)
      expect(sameImage(cursor, images[step])).toBe(true)
    }
  })

  test('memory that grows between steps is zero before', () => {
    const { trace, images } = record([
      [[100, 1]],
      [
        [-1, 0],
        [300_000, 5],
      ],
      [[300_000, 6]],
    ])
    const cursor = new Cursor(trace)
    cursor.seek(3)
    expect(cursor.words[300_000]).toBe(6)
    cursor.seek(1)
    expect(sameImage(cursor, images[1])).toBe(true)
  })
})

describe('json', () => {
  test('a trace survives it word for word', () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(checkJson(record(program).trace)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  test('shared constants stay shared; bigints, -0 and NaN keep their value', () => {
    const { trace } = record([[]])
    const shared = { kind: 'int', value: 10n ** 30n, literal: true }
    const codes = [{ co_consts: [shared, shared, { kind: 'float', value: -0 }, { kind: 'float', value: Number.NaN }] }]
    const back = traceFromJson(traceToJson({ ...trace, codes: codes as never })).codes as unknown as typeof codes
    expect(back).toEqual(codes)
    expect(back[0].co_consts[0]).toBe(back[0].co_consts[1])
  })

  test('what is no trace is refused', () => {
    expect(() => traceFromJson('{"a": 1}')).toThrow('not a trace')
    expect(() => traceFromJson('{"steps": {"$Function": "x"}}')).toThrow('not a trace')
    expect(() => traceFromJson('{')).toThrow(SyntaxError)
  })
})
