// Classes, attributes and calls held against the interpreters: each line of classes.txt is a small program, classes.json
// has what they printed.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Profile, profiles } from '../profiles/index.ts'
import { simulate } from '../simulate.ts'

const read = (name: string) => readFileSync(new URL(`./observed/${name}`, import.meta.url), 'utf8')
const lines = read('classes.txt').trimEnd().split('\n')
const said: Record<string, readonly string[]> = JSON.parse(read('classes.json'))

/** Ends what one line printed. */
const END = '-- end of line --'
/** Lines run by one interpreter: starting one costs more than running them. */
const TOGETHER = 62

/** The program of one line, as classes.py writes it, run with names of its own. */
function program(line: string): string {
  const indented = line.split('\\n').map((part) => `    ${part}\n`)
  const text = `try:\n${indented.join('')}except BaseException as e:\n    print(type(e).__name__, str(e))\n`
  return `exec(${JSON.stringify(text)}, {'__name__': '__main__'})\nprint('${END}')\n`
}

function answers(profile: Profile, some: readonly string[]): string[] {
  const { stdout, stderr } = simulate({ source: some.map(program).join(''), profile, record: null })
  const said = stdout.replaceAll(/0x[0-9a-f]+/g, '0x').split(`${END}\n`)
  return [...said.slice(0, -1), ...(stderr ? [stderr] : [])]
}

describe.each(profiles.map((profile) => [profile.name, profile] as const))('%s', (_name, profile) => {
  const expected = said[`${profile.version[0]}.${profile.version[1]}`]

  test('gives what the interpreter gave', () => {
    expect(expected).toHaveLength(lines.length)
    const got: string[] = []
    for (let i = 0; i < lines.length; i += TOGETHER) got.push(...answers(profile, lines.slice(i, i + TOGETHER)))
    expect(got.map((said, i) => `${lines[i]} -> ${said}`)).toEqual(lines.map((line, i) => `${line} -> ${expected[i]}`))
  })
})
