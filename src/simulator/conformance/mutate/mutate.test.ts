// The mutator itself: it finds the places, leaves one out, and what becomes of that is noticed.

import { afterAll, describe, expect, test } from 'vitest'
import { findProfile } from '../../profiles/index.ts'
import { groups, placeOf, table } from './report.ts'
import { findSites, numberSites } from './sites.ts'
import { Thread } from './thread.ts'

describe('the sites of a file', () => {
  const text = `import { CLEAR, DECREF, newref } from '../heap/refcount.ts'
export function give(ts: ThreadState, o: number): Owned {
  if (o === 0) DECREF(ts, o)
  return newref(ts, first(newref(ts, o)))
}
export const slots = { tp_iter: newref, tp_clear: (ts: ThreadState, o: number) => CLEAR(ts, o + 8) }
`
  const { sites, source } = numberSites('objects/made.ts', text, 40)

  test('are found, calls and values, in their order', () => {
    expect(sites.map(({ line, operation }) => `${line} ${operation}`)).toEqual([
      '3 DECREF',
      '4 newref',
      '4 newref',
      '6 newref',
      '6 CLEAR',
    ])
  })

  test('have their numbers in the text, on the same lines', () => {
    const lines = source.split('\n')
    expect(lines[0]).toBe(text.split('\n', 1)[0])
    expect(lines[2]).toContain('counting$.DECREF(40, ts, o)')
    expect(lines[3]).toContain('counting$.newref(41, ts, first(counting$.newref(42, ts, o)))')
    expect(lines[5]).toContain(`tp_iter: counting$.at(43, 'newref')`)
  })

  test('what an operation does inside is its callers’', () => {
    const inside = 'export function closeInt(ts, cell) {\n  DECREF(ts, cell)\n}\n'
    expect(numberSites('vm/plainints.ts', inside, 0).sites).toEqual([])
  })
})

describe('a machine with one site left out', () => {
  const found = findSites()
  const thread = new Thread(found)
  afterAll(() => thread.stop())
  const profile = findProfile('3.13')
  const text = 'items = [[]]\ncopy = items[:]\nprint(copy)\n'
  const program = { id: 'made', source: text, text }
  if (!profile) throw new Error('there is no such profile')
  const ask = (site: number, patience = 60_000, limit = 1_000_000) => {
    const asked = { program, profile: profile.name, site, sites: found.sites.length, limit, test: 'recording' } as const
    return thread.ask(asked, patience)
  }
  const siteAt = (file: string, text: string) =>
    found.sites.findIndex((site) => site.file === file && site.text.startsWith(text))

  test('there are many sites', () => expect(found.sites.length).toBeGreaterThan(2000))

  test('with none left out nothing is amiss, and the sites it came to are told', async () => {
    const whole = await ask(-1)
    expect(whole).toMatchObject({ noticed: null })
    const { reached } = whole as { reached: Uint8Array }
    expect(reached.filter((met) => met !== 0).length).toBeGreaterThan(50)
  })

  test.each([
    ['objects/listobject.ts', 'for (let i = 0; i < n; i++) PyList_SET_ITEM(ts, result, i, newref('],
    ['vm/pylifecycle.ts', 'DECREF(ts, func)'],
  ])('%s: %s is missed', async (file, text) => {
    const site = siteAt(file, text)
    expect(site).toBeGreaterThanOrEqual(0)
    const without = await ask(site)
    expect(without).toMatchObject({ noticed: expect.any(String) })
  })

  test('what was broken leaves no trace in the next run', async () => {
    expect(await ask(-1)).toMatchObject({ noticed: null })
  })

  test('one that goes round and round is ended, one that hangs too', async () => {
    expect(await ask(-1, 60_000, 100)).toMatchObject({ noticed: expect.stringContaining('round') })
    expect(await ask(-1, 0)).toBe('it hung')
    expect(await ask(-1)).toMatchObject({ noticed: null })
  })
})

test('the table adds up', () => {
  const site = { file: 'objects/made.ts', line: 3, operation: 'DECREF', text: 'DECREF(ts, o)' } as const
  const noticed = { python: '3.13', program: 'counts/aliases', what: 'recording: more' } as const
  const hunted = {
    mutants: [
      { site, programs: 0, noticed: null },
      { site, programs: 2, noticed: null },
      { site, programs: 3, noticed },
    ],
    unfit: [],
  }
  const { never, missed } = groups(hunted)
  expect([never.length, missed.length]).toEqual([1, 1])
  expect(placeOf(site)).toBe('objects/made.ts:3')
  expect(table(hunted).at(-1)?.trim().split(/\s+/)).toEqual(['in', 'all', '3', '1', '0', '1', '1', '50.0', '%'])
})
