import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameCode, LONGEST, panelNames, readMoment, type Shared, writeMoment } from './moment-link.ts'

const versions = ['3.13', '3.14']
const nothing = { grain: 'line', panel: 'objects', object: 0, beside: '' } as const

test('what was written is read again', async () => {
  const moments = fc.record<Shared>({
    source: fc.string({ unit: 'grapheme', maxLength: 300 }),
    python: fc.constantFrom(...versions),
    step: fc.option(fc.nat({ max: 999_999_999 })),
    grain: fc.constantFrom('line', 'instruction', 'count'),
    panel: fc.constantFrom(...panelNames),
    object: fc.nat({ max: 4_294_967_295 }),
    beside: fc.constantFrom('', ...versions),
  })
  await fc.assert(
    fc.asyncProperty(moments, async (moment) => {
      // Of a program that has not been run there is nothing to look at.
      const read = moment.step === null ? { ...moment, ...nothing } : moment
      expect(await readMoment(`#${await writeMoment(moment)}`, versions)).toEqual(read)
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
    ...nothing,
  })
  expect(await readMoment(`${good}&step=1e99`, versions)).toMatchObject({ step: null })
})

test('a view, an object or a version that cannot be one is left out', async () => {
  const good = await writeMoment({ source: 'x = 1', python: '3.14', step: 1, grain: 'line' })
  const hostile = ['', '-1', '0', '1e9', '0x10', 'NaN', '99999999999', '__proto__', 'constructor', '<img onerror=x>']
  for (const value of hostile) {
    const text = encodeURIComponent(value)
    const read = await readMoment(`${good}&tab=${text}&object=${text}&beside=${text}`, versions)
    expect(read, value).toEqual({ source: 'x = 1', python: '3.14', step: 1, ...nothing })
  }
  expect(await readMoment(`${good}&tab=memory&object=16&beside=3.13`, versions)).toMatchObject({
    panel: 'memory',
    object: 16,
    beside: '3.13',
  })
})

test('the code of a frame holds the address and the title, whatever is in them', () => {
  const code = frameCode('https://x/embed/#code=AA&python=3.14', '"><script>alert(1)</script>')
  expect(code).toMatch(/^<iframe src="[^"<>]*" title="[^"<>]*" width="100%" height="640" loading="lazy"><\/iframe>$/)
  expect(code).toContain('#code=AA&amp;python=3.14')
})
