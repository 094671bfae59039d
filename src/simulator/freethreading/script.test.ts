import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flagOf, REF_DEFERRED, refcnt } from './object.ts'
import { type Event, play, type Step } from './script.ts'

const [MAIN, WORKER, OTHER] = [1, 2, 3]
const make: Event = { thread: MAIN, makes: 'a' }
const takes = (thread: number, holder: string): Event => ({ thread, takes: holder })
const drops = (thread: number, holder: string): Event => ({ thread, drops: holder })

/** Owner, local count, shared count, flag, alive. */
const short = ({ header, alive }: Step) => [
  header.ob_tid,
  header.ob_ref_local,
  header.ob_ref_shared >> 2n,
  flagOf(header),
  alive,
]
const played = (...events: Event[]) => play(events).map((step) => [step.rule, ...short(step)])

describe('an object with two counts', () => {
  test('its owner counts in one field, the others in the other', () => {
    expect(played(make, takes(MAIN, 'b'), takes(WORKER, 'c'), drops(WORKER, 'c'), drops(MAIN, 'b'))).toEqual([
      ['made', MAIN, 1, 0n, 'none', true],
      ['takenByOwner', MAIN, 2, 0n, 'none', true],
      ['takenByOther', MAIN, 2, 1n, 'none', true],
      ['droppedByOther', MAIN, 2, 0n, 'none', true],
      ['droppedByOwner', MAIN, 1, 0n, 'none', true],
    ])
    expect(play([make]).at(-1)?.header.ob_ref_shared).toBe(0n)
    expect(play([make, takes(WORKER, 'b')]).at(-1)?.header.ob_ref_shared).toBe(4n)
  })

  test('the last reference of the owner frees it where nobody else has one', () => {
    expect(played(make, drops(MAIN, 'a')).at(-1)).toEqual(['droppedByOwner', MAIN, 0, 0n, 'none', false])
  })

  test('otherwise the counts are merged, and the last of the others frees it', () => {
    expect(played(make, takes(WORKER, 'b'), drops(MAIN, 'a'), drops(WORKER, 'b')).slice(2)).toEqual([
      ['mergedAtZero', 0, 0, 1n, 'merged', true],
      ['droppedByOther', 0, 0, 0n, 'merged', false],
    ])
  })

  test('what another thread gives up of the local count is queued until the owner merges', () => {
    expect(played(make, takes(MAIN, 'b'), drops(WORKER, 'b'), { thread: MAIN, merges: true }).slice(2)).toEqual([
      ['queued', MAIN, 2, 0n, 'queued', true],
      ['mergedByOwner', 0, 0, 1n, 'merged', true],
    ])
  })

  test('the shared count may be below zero while it is queued', () => {
    const events = [make, takes(MAIN, 'b'), takes(MAIN, 'c'), drops(WORKER, 'b'), drops(OTHER, 'c')]
    expect(played(...events).at(-1)).toEqual(['droppedByOther', MAIN, 3, -1n, 'queued', true])
    expect(
      played(...events, drops(MAIN, 'a'), { thread: MAIN, merges: true })
        .at(-1)
        ?.at(-1),
    ).toBe(false)
  })

  test('a thread that ends merges its queue; for one that has ended another merges', () => {
    const end: Event = { thread: MAIN, exits: true }
    expect(played(make, drops(WORKER, 'a'), end).at(-1)).toEqual(['mergedByOwner', 0, 0, 0n, 'merged', false])
    expect(played(make, end, drops(WORKER, 'a')).at(-1)).toEqual(['mergedForEnded', 0, 0, 0n, 'merged', false])
  })
})

describe('deferred counting', () => {
  const start: Event = { thread: MAIN, makes: 'f', deferred: true }
  test('calls count nothing, and only the collector frees it', () => {
    const steps = play([
      start,
      { thread: MAIN, borrows: true },
      { thread: WORKER, borrows: true },
      drops(MAIN, 'f'),
      { thread: MAIN, collects: true },
    ])
    expect(steps.map((step) => [step.rule, ...short(step)])).toEqual([
      ['madeDeferred', MAIN, 1, REF_DEFERRED, 'none', true],
      ['borrowed', MAIN, 1, REF_DEFERRED, 'none', true],
      ['borrowed', MAIN, 1, REF_DEFERRED, 'none', true],
      ['mergedAtZero', 0, 0, REF_DEFERRED, 'merged', true],
      ['collected', 0, 0, 0n, 'merged', false],
    ])
  })

  test('what a name leads to stays', () => {
    expect(played(start, { thread: WORKER, collects: true }).at(-1)?.[0]).toBe('nothing')
  })
})

test('events that make no sense are refused', () => {
  expect(() => play([takes(MAIN, 'a')])).toThrow('nothing is made')
  expect(() => play([make, make])).toThrow('one object')
  expect(() => play([make, drops(MAIN, 'b')])).toThrow('does not hold')
  expect(() => play([make, drops(MAIN, 'a'), takes(MAIN, 'b')])).toThrow('is gone')
  expect(() => play([make, { thread: MAIN, exits: true }, takes(MAIN, 'b')])).toThrow('has ended')
  expect(() => play([make, { thread: MAIN, borrows: true }])).toThrow('is counted')
})

/** What random threads do to one object: only what they could. A thread that has ended does nothing more. */
const script = fc
  .record({ deferred: fc.boolean(), moves: fc.array(fc.tuple(fc.nat(2), fc.nat(9), fc.nat(20)), { maxLength: 40 }) })
  .map(({ deferred, moves }) => {
    const events: Event[] = [{ thread: MAIN, makes: 'h0', deferred }]
    for (const [who, what, which] of moves) {
      const steps = play(events)
      const { alive, holders } = steps.at(-1) ?? expect.fail('no step')
      const thread = [MAIN, WORKER, OTHER][who]
      if (!alive) break
      if (events.some((event) => event.thread === thread && 'exits' in event)) continue
      if (what < 4 && holders.length > 0) events.push({ thread, takes: `h${events.length}` })
      else if (what < 7 && holders.length > 0) events.push({ thread, drops: holders[which % holders.length] })
      else if (what === 7) events.push({ thread, merges: true })
      else if (what === 8) events.push({ thread, collects: true })
      else if (which < 4) events.push({ thread, exits: true })
    }
    return events
  })

describe('whatever threads do', () => {
  const always = (law: (step: Step, before: Step | undefined) => void) =>
    fc.assert(
      fc.property(script, (events) => {
        const steps = play(events)
        for (const [index, step] of steps.entries()) law(step, steps[index - 1])
      }),
      { numRuns: 2000 },
    )

  test('both counts together are the references there are, the one a queue holds included', () =>
    always(({ header, holders, queueOf, alive, rule }) => {
      if (!alive && rule === 'collected') return
      const deferred = header.deferred ? REF_DEFERRED : 0n
      expect(refcnt(header) - deferred).toBe(BigInt(holders.length + (queueOf === 0 ? 0 : 1)))
    }))

  test('the local count is never below zero, and zero only when merged or gone', () =>
    always(({ header, alive }) => {
      expect(header.ob_ref_local).toBeGreaterThanOrEqual(0)
      if (alive && header.ob_ref_local === 0) expect([header.ob_tid, flagOf(header)]).toEqual([0, 'merged'])
    }))

  test('it is merged exactly when nobody owns it', () =>
    always(({ header }) => expect(flagOf(header) === 'merged').toBe(header.ob_tid === 0)))

  test('an object without deferred counting dies at the moment nothing holds it, and not before', () =>
    always(({ header, holders, queueOf, alive }) => {
      if (!header.deferred) expect(alive, JSON.stringify(holders)).toBe(holders.length > 0 || queueOf !== 0)
    }))

  test('one with deferred counting dies in a collection only', () =>
    always(({ alive, rule }, before) => {
      if (before?.header.deferred && !alive) expect(rule).toBe('collected')
    }))

  test('a queue holds it only until its thread merges or ends', () =>
    always(({ event, queueOf }) => {
      if ('merges' in event || 'exits' in event) expect(queueOf).not.toBe(event.thread)
      if ('collects' in event) expect(queueOf).toBe(0)
    }))
})
