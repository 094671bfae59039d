// The `# expect` comments of a program: what it prints, line by line, in the order they stand in the file.
//
//   print(x)  # expect: 3            under every version
//   print(x)  # expect[3.11-3.13]: 3     under these; also [3.12], [-3.12], [3.13-], [3.11, 3.14.0]
//   print(id(x))  # expect: …        anything within the line
//
// A loop's lines stand below it, one comment each. `3.14` means every 3.14; `3.14.0` and `3.14.5` tell them apart.

import { findProfile, type Profile, profiles } from '../profiles/index.ts'
import { matches } from './pattern.ts'

const comment = /\s*# expect(?:\[([^\]]*)\])?: ?(.*)$/

/** What a program's comments say it prints under a profile; `null` where it has none. */
export function expectations(source: string, profile: Profile): readonly string[] | null {
  const found = source.split(/\r?\n/).flatMap((line) => {
    const match = comment.exec(line)
    return match ? [{ versions: match[1], text: match[2] }] : []
  })
  if (found.length === 0) return null
  return found.filter(({ versions }) => versions === undefined || covers(versions, profile)).map(({ text }) => text)
}

/** Where what was printed is not what the comments say. Empty when all is well. */
export function unexpected(expected: readonly string[], stdout: string): string[] {
  const printed = stdout === '' ? [] : stdout.replace(/\n$/, '').split('\n')
  const problems: string[] = []
  for (let i = 0; i < Math.max(expected.length, printed.length); i++) {
    const [want, got] = [expected[i], printed[i]]
    if (want === undefined) problems.push(`line ${i + 1} of the output has no expectation: ${got}`)
    else if (got === undefined) problems.push(`expected and never printed: ${want}`)
    else if (!matches(want, got.trimEnd())) problems.push(`line ${i + 1} of the output: ${got}, expected: ${want}`)
  }
  return problems
}

/**
 * Whether a list of versions and ranges includes a profile.
 * @throws Error where it names a version there is not
 */
export function covers(versions: string, profile: Profile): boolean {
  const index = profiles.indexOf(profile)
  return versions.split(',').some((part) => {
    const [low, high] = part.includes('-') ? part.split('-', 2) : [part, part]
    const first = low.trim() === '' ? 0 : span(low.trim())[0]
    const last = high.trim() === '' ? profiles.length - 1 : span(high.trim())[1]
    return first <= index && index <= last
  })
}

/** First and last of the profiles a version names: a minor version may have several. */
function span(version: string): [number, number] {
  const minor = /^(\d+)\.(\d+)$/.exec(version)
  const found = minor
    ? profiles.filter((profile) => profile.version[0] === Number(minor[1]) && profile.version[1] === Number(minor[2]))
    : [findProfile(version)].filter((profile) => profile !== undefined)
  if (found.length === 0) throw new Error(`there is no profile for Python ${version}`)
  return [profiles.indexOf(found[0]), profiles.indexOf(found[found.length - 1])]
}
