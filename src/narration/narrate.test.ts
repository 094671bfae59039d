// What is said of real runs: a message that exists in every language, with what the states before and after show.

import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readExample } from '../course/example.ts'
import { runExample } from '../course/run.ts'
import { isMessage } from '../i18n/messages.ts'
import type { View } from '../scene/view.ts'

const names = globSync('content/examples/**/*.py').map((file) => file.slice('content/examples/'.length, -'.py'.length))

function viewerOf(name: string) {
  return runExample(readExample(name)).viewer ?? expect.fail(`${name} leaves no trace`)
}

/** The view just after a labelled line has run, and the one before it. */
function around(name: string, label: string): { before: View; after: View } {
  const viewer = viewerOf(name)
  const step = viewer.momentAfter(readExample(name).labels.get(label) ?? expect.fail(`no label ${label}`))
  return { before: viewer.at(step - 1), after: viewer.at(step) }
}

const said = ({ sentences }: View, key: string) => sentences.find((sentence) => sentence.key === key)?.params

describe.each(names)('%s', (name) => {
  test('something is said of each step, in words that exist', () => {
    const viewer = viewerOf(name)
    expect(viewer.at(0).sentences).toEqual([])
    // A loop of thousands of rounds says the same in each: of a long run the first steps and the last.
    const first = Array.from({ length: Math.min(viewer.last, 300) }, (_, i) => i + 1)
    for (const step of new Set([...first, viewer.last])) {
      const { sentences } = viewer.at(step)
      expect(sentences.length, `step ${step}`).toBeGreaterThan(0)
      for (const { key } of sentences) expect(isMessage(key), key).toBe(true)
    }
  })
})

test('a name that is bound raises the count, one that is deleted lowers it; the counts are those of the states', () => {
  const alias = around('counting/up-and-down', 'second')
  const from = alias.before.names.a.refcnt
  expect(said(alias.after, 'say.nameGained')).toEqual({ type: 'list', name: 'b', from, to: from + 1 })
  const unbound = around('counting/up-and-down', 'unbind-b')
  const held = unbound.before.names.a.refcnt
  expect(said(unbound.after, 'say.nameLost')).toEqual({ type: 'list', name: 'b', from: held, to: held - 1 })
})

test('the line that frees an object says so, the lines before do not', () => {
  const viewer = viewerOf('counting/up-and-down')
  const freed = Array.from({ length: viewer.last + 1 }, (_, step) => viewer.at(step)).filter((view) =>
    said(view, 'say.freed'),
  )
  expect(freed.map(({ ran }) => ran)).toEqual([readExample('counting/up-and-down').labels.get('free')])
})

test('what a line prints is said', () => {
  const { before, after } = around('counting/up-and-down', 'three-names')
  expect(said(after, 'say.printed')).toEqual({ text: after.stdout.slice(before.stdout.length).trimEnd() })
})

test('a new object is said with the name that holds it', () => {
  const { after } = around('names/rebind', 'rebind')
  expect(said(after, 'say.createdNamed')).toEqual({ type: 'list', name: 'a', count: after.names.a.refcnt })
})

test('of what has never been in the picture nothing is told: an import, the tuple of default values', () => {
  const imported = viewerOf('collector/by-hand').at(1)
  expect(imported.ran).toBe(1)
  expect(imported.sentences.map(({ key }) => key)).toEqual(['say.nothing'])
  const hunt = viewerOf('calls/hunt')
  const types = hunt.at(hunt.last).sentences.map(({ params }) => params.type)
  expect(types).not.toContain('tuple')
})
