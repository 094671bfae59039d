// Each letter of the list asks the session for what the list says.

import { expect, test } from 'vitest'
import type { MarkKind } from '../../src/simulator/client.ts'
import type { Session } from './session.ts'
import { shortcut } from './shortcuts.ts'

/** A session at step 5 that writes down what it is asked for. */
function at5() {
  const asked: string[] = []
  const session = {
    view: {
      value: { step: 5, last: 9, next: 3, scene: { objects: [{ address: 16, life: '16:1:0', state: 'alive' }] } },
    },
    atoms: { value: false },
    drawAtoms: (atoms: boolean) => asked.push(`boxes ${atoms}`),
    lens: {
      focus: { value: '' },
      larger: () => asked.push('larger'),
      smaller: () => asked.push('smaller'),
      normal: () => asked.push('normal'),
      whole: () => asked.push('whole'),
      lookAt: (life: string) => asked.push(`look at ${life}`),
    },
    playing: { value: false },
    hints: { value: true },
    grain: { value: 'line' },
    landmarks: {
      chosen: { value: 16 },
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
  ['+', true, ['larger']],
  ['=', false, ['larger']],
  ['-', false, ['smaller']],
  ['0', false, ['normal']],
  ['w', false, ['whole']],
  ['v', false, ['boxes true']],
  ['l', false, ['look at 16:1:0']],
  ['ArrowLeft', false, ['to 4']],
  ['ArrowRight', false, ['to 6']],
  ['Home', false, ['to 0']],
  ['End', false, ['to 9']],
] as const)('%s', (key, shiftKey, wanted) => {
  const { asked, session } = at5()
  expect(shortcut({ key, shiftKey }, session)).toBe(true)
  expect(asked).toEqual(wanted)
})

test('Escape ends a focus, and only that', () => {
  const { session } = at5()
  expect(shortcut({ key: 'Escape', shiftKey: false }, session)).toBe(false)
  session.lens.focus.value = '16:1:0'
  expect(shortcut({ key: 'Escape', shiftKey: false }, session)).toBe(true)
  expect(session.lens.focus.value).toBe('')
})

test('H hides the counts beside the line; other keys are left alone', () => {
  const { asked, session } = at5()
  expect(shortcut({ key: 'h', shiftKey: false }, session)).toBe(true)
  expect(session.hints.value).toBe(false)
  for (const key of ['Tab', 'Enter', ' ', 'x', 'ArrowDown'])
    expect(shortcut({ key, shiftKey: false }, session)).toBe(false)
  expect(asked).toEqual([])
})
