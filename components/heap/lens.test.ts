// How large a scene is drawn, without a browser: the rest of the lens is journeys in e2e/picture.spec.ts.

import { expect, test } from 'vitest'
import type { Scene } from '../../src/scene/scene.ts'
import { Lens } from './lens.ts'

const scene = { width: 1000, height: 400 } as Scene

test('a picture has its own size until another is wanted; the whole of it is never larger than that', () => {
  const lens = new Lens()
  expect(lens.scaleOf(scene)).toBeUndefined()
  lens.whole()
  expect(lens.scaleOf(scene)).toBeUndefined()
  lens.room.value = { width: 500, height: 300 }
  expect(lens.scaleOf(scene)).toBe(0.5)
  lens.room.value = { width: 500, height: 100 }
  expect(lens.scaleOf(scene)).toBe(0.25)
  lens.room.value = { width: 5000, height: 5000 }
  expect(lens.scaleOf(scene)).toBe(1)
  lens.normal()
  expect(lens.scaleOf(scene)).toBeUndefined()
})

test('who is looked at twice is looked at no more', () => {
  const lens = new Lens()
  lens.lookAt('16:1:0')
  expect(lens.focus.value).toBe('16:1:0')
  lens.lookAt('32:1:0')
  expect(lens.focus.value).toBe('32:1:0')
  lens.lookAt('32:1:0')
  expect(lens.focus.value).toBe('')
})
