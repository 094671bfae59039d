// Every example of the course in a real CPython, now: 3.14.2 as WebAssembly, which the 3.14.0 profile stands for. What it
// prints, and its traceback where there is one, is what the simulator does.

import { expect, test } from 'vitest'
import { findProfile } from '../profiles/index.ts'
import { compare, run } from './compare.ts'
import { record } from './interpreter.ts'
import { judgeOf } from './judge.ts'
import { knownDifferences } from './known.ts'
import { allExamples } from './programs.ts'
import { startPyodide } from './pyodide.ts'

const examples = allExamples()
const interpreter = await startPyodide()
const profile = findProfile(interpreter.version) ?? expect.fail(`no profile for ${interpreter.version}`)

const passedOver: string[] = []

test('it is a CPython that has a profile, and there are examples', () => {
  expect(profile.name).toBe('3.14.0')
  expect(examples.length).toBeGreaterThan(0)
})

test.each(examples.map((example) => [example.id, example] as const))('%s', async (_, example) => {
  const recording = await record(interpreter, example.text)
  // It has no threads and no event loop that could be waited for; these are judged by the other interpreters' recordings.
  if (recording === null) return expect(example.text).toMatch(/\b(?:threading\.Thread|asyncio\.run)\(/)
  const judge = judgeOf(profile, example, { by: interpreter, recording }) ?? expect.fail('no judge')
  const verdict = compare(example, run(example, profile), judge)
  if (knownDifferences[example.id]?.[profile.name] !== undefined) return expect(verdict.kind).toBe('different')
  expect(verdict.kind === 'different' ? verdict.lines.join('\n') : verdict.kind).toBe('same')
  if (verdict.kind === 'same') passedOver.push(...verdict.passedOver)
})

test('what is passed over is what changes from run to run, and what the word size decides', () => {
  for (const reason of passedOver)
    expect(reason).toMatch(/from run to run|pointers have 4 bytes|have 32 bits|no pymalloc|start leaves behind/)
})

test('it runs each program as a fresh one, and notices what differs', async () => {
  const first = await interpreter.run('x = 1\nimport gc\ngc.disable()\nprint(x)\n')
  expect(first).toEqual({ exit: 0, stdout: '1\n', stderr: '' })
  const second = await interpreter.run('import gc\nprint(gc.isenabled())\nprint(x)\n')
  expect(second?.exit).toBe(1)
  expect(second?.stdout).toBe('True\n')
  expect(second?.stderr).toContain("NameError: name 'x' is not defined")
  expect(await interpreter.run('raise SystemExit(3)\n')).toBeNull()
})

test('what depends on the word size is passed over only where a 64-bit CPython agrees with the simulator', () => {
  const program = { id: 't', source: '', text: 'import sys\nprint(sys.getsizeof([]))\n' }
  const by = { version: '3.14.2', platform: 'emscripten 32-bit', immortal: 1, withoutExit: true }
  const said = (stdout: string) => ({ source: '', exit: 0, stdout, stderr: '' })
  const wide = { by: { ...by, platform: 'linux 64-bit' }, recording: said('56\n') }
  const simulated = run(program, profile)
  expect(compare(program, simulated, { by, recording: said('28\n'), next: wide }).kind).toBe('same')
  expect(compare(program, simulated, { by, recording: said('28\n') }).kind).toBe('different')
  const plain = { ...program, text: 'print(56)\n' }
  expect(compare(plain, run(plain, profile), { by, recording: said('28\n'), next: wide }).kind).toBe('different')
})
