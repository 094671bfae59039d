import { describe, expect, test } from 'vitest'
import { windowsModules } from '../modules/config.ts'
import { profiles } from '../profiles/index.ts'
import { missingNames } from '../profiles/missingnames.ts'
import { simulate } from '../simulate.ts'

const ends = [profiles[0], profiles[profiles.length - 1]]

describe.each(ends.map((profile) => [profile.name, profile] as const))('the library of %s', (_name, profile) => {
  test('each module is there or refused by name', () => {
    const wrong: unknown[] = []
    for (const module of profile.names.standardModules()) {
      const { outcome } = simulate({ source: `import ${module}\n`, profile })
      const isRefused =
        outcome.kind === 'unsupported' && outcome.feature === `the module \`${module}\`` && outcome.lineno === 1
      if (!isRefused && outcome.kind !== 'finished' && !windowsModules.has(module)) wrong.push([module, outcome])
    }
    expect(wrong).toEqual([])
  })

  test('names said to be missing in a module are', () => {
    const rows = [...missingNames(profile)].map(([module, names]) => {
      const list = JSON.stringify([...names])
      return `__import__('${module}')\nfor n in ${list}:\n  if n in vars(sys.modules['${module}']): print('${module}', n)\n`
    })
    const { outcome, stdout } = simulate({ source: `import sys\n${rows.join('')}`, profile })
    expect([outcome.kind, stdout]).toEqual(['finished', ''])
  })
})

test('a name is refused in the versions that have it, however it is asked for, and unknown to the others', () => {
  for (const source of ['math.fmax', "hasattr(math, 'fmax')", "getattr(math, 'fmax', None)"]) {
    const run = (profile: (typeof profiles)[number]) =>
      simulate({ source: `import math\n${source}\n`, profile }).outcome
    expect(run(ends[1])).toMatchObject({ kind: 'unsupported', feature: '`math.fmax`', lineno: 2 })
    expect(run(ends[0]).kind).toBe(source === 'math.fmax' ? 'raised' : 'finished')
  }
})

test.each(['winreg', 'numpy', 'nowhere.at_all'])('%s is not found', (module) => {
  const { outcome, stderr } = simulate({ source: `import ${module}\n` })
  expect(outcome.kind).toBe('raised')
  expect(stderr).toMatch(/ModuleNotFoundError: No module named '\w+'/)
})
