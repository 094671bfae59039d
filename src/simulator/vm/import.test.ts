import { describe, expect, test } from 'vitest'
import { windowsModules } from '../modules/config.ts'
import { profiles } from '../profiles/index.ts'
import { simulate } from '../simulate.ts'

const ends = [profiles[0], profiles[profiles.length - 1]]

describe.each(ends.map((profile) => [profile.name, profile] as const))('the library of %s', (_name, profile) => {
  test('each module is there or refused by name', () => {
    const wrong: unknown[] = []
    for (const module of profile.names.standardModules) {
      const { outcome } = simulate({ source: `import ${module}\n`, profile })
      const isRefused =
        outcome.kind === 'unsupported' && outcome.feature === `the module \`${module}\`` && outcome.lineno === 1
      if (!isRefused && outcome.kind !== 'finished' && !windowsModules.has(module)) wrong.push([module, outcome])
    }
    expect(wrong).toEqual([])
  })
})

test.each(['winreg', 'numpy', 'nowhere.at_all'])('%s is not found', (module) => {
  const { outcome, stderr } = simulate({ source: `import ${module}\n` })
  expect(outcome.kind).toBe('raised')
  expect(stderr).toMatch(/ModuleNotFoundError: No module named '\w+'/)
})
