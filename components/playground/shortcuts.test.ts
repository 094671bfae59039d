// Each letter of the list asks the session for what the list says.

import { expect, test } from 'vitest'
import type { MarkKind } from '../../src/simulator/client.ts'
import type { Session } from './session.ts'
import { shortcut } from './shortcuts.ts'

/** A session at step 5 that writes down what it is asked for. */
function at5() {
  const asked: string[] = []
  const session = {
    view: { value: { step: 5, last: 9, next: 3 } },
    playing: { value: false },
    hints: { value: true },
    grain: { value: 'line' },
    landmarks: {
      timeline: { value: { steps: [1, 5, 7], died: 8 } },
      beside: (kind: MarkKind) => {
        asked.push(kind)
        return { next: 6, previous: 4 }
      },
      toggle: (line: number) => asked.push(`breakpoint on ${line}`),
    },
    play: () => asked.push('play'),
    stepBy: (grain: string) => asked.push(grain),
    jump: (step: number | undefined) => step !== undefined && asked.push(`to ${step}`),
  }
  return { asked, session: session as unknown as Session }
}

test.each([
  ['o', false, ['output', 'to 6']],
  ['O', true, ['output', 'to 4']],
  ['f', false, ['free', 'to 6']],
  ['g', false, ['collection', 'to 6']],
  ['E', true, ['exception', 'to 4']],
  ['b', false, ['breakpoint', 'to 6']],
  ['c', false, ['to 7']],
  ['C', true, ['to 1']],
  ['d', false, ['to 8']],
  ['t', false, ['breakpoint on 3']],
  ['i', false, ['instruction']],
  ['p', false, ['play']],
  ['ArrowLeft', false, ['to 4']],
  ['ArrowRight', false, ['to 6']],
  ['Home', false, ['to 0']],
  ['End', false, ['to 9']],
] as const)('%s', (key, shiftKey, wanted) => {
  const { asked, session } = at5()
  expect(shortcut({ key, shiftKey }, session)).toBe(true)
  expect(asked).toEqual(wanted)
})

test('H hides the counts beside the line; other keys are left alone', () => {
  const { asked, session } = at5()
  expect(shortcut({ key: 'h', shiftKey: false }, session)).toBe(true)
  expect(session.hints.value).toBe(false)
  for (const key of ['Tab', 'Enter', ' ', 'x', 'ArrowDown'])
    expect(shortcut({ key, shiftKey: false }, session)).toBe(false)
  expect(asked).toEqual([])
})
