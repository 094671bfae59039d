import { expect, test } from 'vitest'
import { lockDifference } from './install.mjs'

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/astro': { version: '7.0.0', integrity: 'sha512-a' },
  'node_modules/astro/node_modules/vite': { version: '8.0.0', integrity: 'sha512-b' },
  'node_modules/binding-of-another-system': { version: '1.0.0', integrity: 'sha512-c', optional: true },
}
const { '': _project, 'node_modules/binding-of-another-system': _absent, ...installed } = wanted

test('what npm recorded for this system needs no installation', () => {
  expect(lockDifference(wanted, installed)).toBeUndefined()
})

test('a missing, changed or left-over package needs one, and is named', () => {
  const { 'node_modules/astro': astro, ...rest } = installed
  expect(lockDifference(wanted, rest)).toBe('astro is missing')
  const older = { ...installed, 'node_modules/astro/node_modules/vite': { version: '7.9.0', integrity: 'sha512-b' } }
  expect(lockDifference(wanted, older)).toBe('vite has changed')
  const other = { ...rest, 'node_modules/astro': { ...astro, integrity: 'sha512-z' } }
  expect(lockDifference(wanted, other)).toBe('astro has changed')
  const extra = { ...installed, 'node_modules/react': { version: '19.0.0', integrity: 'sha512-d' } }
  expect(lockDifference(wanted, extra)).toBe('react is no longer wanted')
})
