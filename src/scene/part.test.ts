// What is left of a picture when only a part of it is looked at.

import { expect, test } from 'vitest'
import { simulate } from '../simulator/simulate.ts'
import { contains, partOf, widened } from './part.ts'
import { type Box, nameOfArrow, type Scene } from './scene.ts'
import { Viewer } from './view.ts'

const SOURCE = 'rows = [[[i, [j]] for j in range(6)] for i in range(8)]\n'
const nothing = { objects: new Set<number>(), arrows: new Set<string>() }

function sceneOf(source: string): Scene {
  const { trace } = simulate({ source, record: { grain: 'line' } })
  if (!trace) throw new Error('no trace')
  const viewer = new Viewer(trace)
  return viewer.at(viewer.last).scene
}

const scene = sceneOf(SOURCE)
const whole: Box = { x: 0, y: 0, width: scene.width, height: scene.height }
const middle: Box = { x: scene.width / 3, y: scene.height / 3, width: scene.width / 3, height: scene.height / 3 }

test('the part that is everything is the picture', () => {
  expect(partOf(scene, whole, nothing)).toEqual(scene)
})

test('a part holds what can be seen there, and nothing that is far away', () => {
  const part = partOf(scene, middle, nothing)
  const seen = ({ x, y, width, height }: Box) =>
    x < middle.x + middle.width && middle.x < x + width && y < middle.y + middle.height && middle.y < y + height
  expect(part.objects.length).toBeLessThan(scene.objects.length / 2)
  for (const box of scene.objects) expect(part.objects.includes(box)).toBe(seen(box))
  expect([part.width, part.height]).toEqual([scene.width, scene.height])
  // An arrow that only passes through is seen too.
  const drawn = new Set(part.objects.map(({ address }) => address))
  expect(part.arrows.some(({ from, to }) => !drawn.has(from) && !drawn.has(to))).toBe(true)
  for (const arrow of part.arrows) expect(scene.arrows).toContain(arrow)
})

test('what is kept stays wherever it is', () => {
  const far = scene.objects.findLast(({ state }) => state !== 'freed') ?? expect.fail('nothing drawn')
  const arrow = scene.arrows.find(({ to }) => to === far.address) ?? expect.fail('nothing held')
  const corner: Box = { x: 0, y: 0, width: 10, height: 10 }
  expect(partOf(scene, corner, nothing).objects).not.toContain(far)
  const part = partOf(scene, corner, { objects: new Set([far.address]), arrows: new Set([nameOfArrow(arrow)]) })
  expect(part.objects).toEqual([far])
  expect(part.arrows).toContain(arrow)
})

test('a widened area contains the area, not the other way round', () => {
  const wide = widened(middle, 10, 20)
  expect(contains(wide, middle)).toBe(true)
  expect(contains(middle, wide)).toBe(false)
  expect(contains(middle, middle)).toBe(true)
  expect(wide).toEqual({ x: middle.x - 10, y: middle.y - 20, width: middle.width + 20, height: middle.height + 40 })
})
