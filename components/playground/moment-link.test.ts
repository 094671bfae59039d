import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST, readMoment, type Shared, writeMoment } from './moment-link.ts'

const versions = ['3.13', '3.14']

test('what was written is read again', async () => {
  const moments = fc.record<Shared>({
    source: fc.string({ unit: 'grapheme', maxLength: 300 }),
    python: fc.constantFrom(...versions),
    step: fc.option(fc.nat({ max: 999_999_999 })),
    grain: fc.constantFrom('line', 'instruction', 'count'),
  })
  await fc.assert(
    fc.asyncProperty(moments, async (moment) => {
      const grain = moment.step === null ? 'line' : moment.grain
      expect(await readMoment(`#${await writeMoment(moment)}`, versions)).toEqual({ ...moment, grain })
    }),
    { numRuns: 50 },
  )
})

test('an address without a program carries none', async () => {
  for (const fragment of ['', '#', '#course', '#python=3.14&step=3'])
    expect(await readMoment(fragment, versions)).toBeNull()
})

test('a damaged or overlong address is said to be so', async () => {
  const good = await writeMoment({ source: 'print(1)\n'.repeat(20), python: '3.14', step: null, grain: 'line' })
  const code = new URLSearchParams(good).get('code') ?? ''
  const long = await writeMoment({ source: 'x'.repeat(LONGEST + 1), python: '3.14', step: null, grain: 'line' })
  const bomb = await writeMoment({ source: ' '.repeat(3_000_000), python: '3.14', step: null, grain: 'line' })
  for (const bad of ['code=', 'code=%00', 'code=<script>', 'code=AAAA', `code=${code.slice(0, -8)}`, long, bomb])
    expect(await readMoment(bad, versions), bad.slice(0, 40)).toBe('damaged')
})

test('steps and versions that do not exist are left out', async () => {
  const good = await writeMoment({ source: 'x = 1', python: '2.7', step: null, grain: 'line' })
  expect(await readMoment(`${good}&step=-3`, versions)).toEqual({
    source: 'x = 1',
    python: '',
    step: null,
    grain: 'line',
  })
  expect(await readMoment(`${good}&step=1e99`, versions)).toMatchObject({ step: null })
})
