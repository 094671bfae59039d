// Every program of programs/, in every profile, against what that version's own interpreter made of it (record.py).

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Profile } from '../profiles/index.ts'
import { findProfile } from '../profiles/index.ts'
import { compileText } from './index.ts'
import { observe } from './observed.ts'

const here = new URL('.', import.meta.url)
const programs = readdirSync(new URL('programs/', here)).filter((name) => name.endsWith('.py'))
const versions = ['3.11', '3.12', '3.13', '3.14', '3.15'] as const

type Record_ = { readonly code?: unknown; readonly error?: readonly (string | number | null)[] }

function ours(name: string, profile: Profile): Record_ | string {
  const source = readFileSync(new URL(`programs/${name}`, here), 'utf8')
  const result = compileText(source, name, profile)
  if (result.kind === 'code') return { code: observe(result.code, profile.compiler.opcodes) }
  if (result.kind === 'unsupported') return `unsupported: ${result.feature}`
  const { type, msg, lineno, offset, end_lineno, end_offset } = result.error
  return { error: [type, msg, lineno, offset, end_lineno, end_offset] }
}

/** 0 stands for CPython's None in SyntaxErrorInfo. */
function expected(record: Record_): Record_ {
  return record.error ? { error: record.error.map((it) => it ?? 0) } : record
}

describe.each(versions)('%s', (version) => {
  const profile = findProfile(version) as Profile
  const observed: Record<string, Record_> = JSON.parse(readFileSync(new URL(`observed/${version}.json`, here), 'utf8'))

  test('there is a record of every program', () => {
    expect(Object.keys(observed).sort()).toEqual([...programs].sort())
    expect(programs.length).toBeGreaterThanOrEqual(113)
  })

  test.each(programs)('%s', (name) => {
    expect(ours(name, profile)).toEqual(expected(observed[name]))
  })
})
