// Programs that were not written for this site: a cache behind a decorator, an event bus, a tree with parents, jobs through
// generators, a bank with exceptions. Each is run, and looked at in every way the playground has. What is right is asked of
// the simulator, and what they print was recorded with real interpreters.

import { readFileSync } from 'node:fs'
import { writeMoment } from '../components/playground/moment-link.ts'
import { marksOf } from '../src/scene/timeline.ts'
import { Viewer } from '../src/scene/view.ts'
import { defaultProfile } from '../src/simulator/profiles/index.ts'
import { RECORD, simulate } from '../src/simulator/simulate.ts'
import { violations } from './axe.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

interface Program {
  readonly source: string
  readonly viewer: Viewer
  readonly stdout: string
}

function program(name: string): Program {
  const file = new URL(`../src/simulator/conformance/programs/whole/${name}.py`, import.meta.url)
  const source = readFileSync(file, 'utf8')
  const { trace, stdout } = simulate({ source, filename: 'main.py', record: RECORD })
  if (!trace) throw new Error(`${name} leaves no trace`)
  return { source, viewer: new Viewer(trace), stdout }
}

/** The number of the first line that holds a text. */
const lineOf = ({ source }: Program, text: string) => source.split('\n').findIndex((line) => line.includes(text)) + 1

async function open(page: Page, { source }: Program, step: number): Promise<Locator> {
  await page.goto(`/playground/#${await writeMoment({ source, python: defaultProfile.name, step, grain: 'line' })}`)
  const playground = page.locator('[data-playground]').first()
  await expect(at(playground)).toHaveText(new RegExp(`^${step} / `))
  return playground
}

const at = (playground: Locator) => playground.locator('.transport-step')
const press = (playground: Locator, name: string) => playground.getByRole('button', { name, exact: true }).click()

/** Nothing for axe to find, by day and by night, and nothing wider than a phone. */
async function sound(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, ['color-contrast'])).toEqual([])
  const width = 345
  await page.setViewportSize({ width, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

test('a cache behind a decorator: transport, output, the ledger and where an object dies', async ({ page }) => {
  const whole = program('kept_results')
  const { viewer } = whole
  const playground = await open(page, whole, 0)
  await expect(playground.locator('.output pre')).toHaveText('Nothing printed yet.')
  for (const step of marksOf(viewer, 'line', []).output) {
    await press(playground, 'On to the next: output')
    await expect(at(playground)).toHaveText(`${step} / ${viewer.last}`)
    await expect(playground.locator('.output pre')).toHaveText(viewer.at(step).stdout.trimEnd())
  }
  // While the names are there; the ledger says how often, and every line of it that is drawn lights its arrow.
  const shown = viewer.momentAfter(lineOf(whole, "again = page('start')"))
  await playground.getByRole('slider').fill(String(shown))
  await expect(at(playground)).toHaveText(`${shown} / ${viewer.last}`)
  const { objects } = viewer.at(shown).scene
  const page1 = objects.find(({ type, rows }) => type === 'dict' && rows.some(({ label }) => label === "'lines'"))
  if (!page1) throw new Error('the dict is not drawn')
  await playground.locator(`[data-object="${page1.address}"] .heap-count`).click()
  await expect(playground.locator('.ledger-sum .ledger-one')).toHaveText(String(page1.refcnt))
  await expect(playground.locator('.ledger-list > li')).toHaveCount(page1.holders.length)
  const lamps = playground.locator('.ledger-list > li').getByRole('button')
  for (const lamp of await lamps.all()) {
    await lamp.click()
    await expect(playground.locator('.heap-arrow.lit')).not.toHaveCount(0)
  }
  // A global name's arrow stays lit to the end of the program, and with the program its object does not die.
  const again = lamps.filter({ hasText: 'again' })
  if ((await again.getAttribute('aria-pressed')) !== 'true') await again.click()
  await press(playground, 'To the end')
  await expect(at(playground)).toHaveText(`${viewer.last} / ${viewer.last}`)
  await expect(playground.locator('.heap-arrow.lit')).toHaveCount(1)
  await sound(page)
})

test('an event bus: what only a ring holds drifts, and the collector takes it', async ({ page }) => {
  const whole = program('event_bus')
  const { viewer } = whole
  const adrift = viewer.momentAfter(lineOf(whole, 'del hall, bus'))
  const playground = await open(page, whole, adrift)
  const { objects } = viewer.at(adrift).scene
  const loose = objects.filter(({ drift, state }) => drift > 0 && state === 'unreachable')
  expect(loose.length).toBeGreaterThan(1)
  await expect(playground.locator('.heap-object.unreachable')).toHaveCount(loose.length)
  for (const { address, x, y } of loose)
    await expect(playground.locator(`[data-object="${address}"]`)).toHaveAttribute('transform', `translate(${x} ${y})`)
  await press(playground, 'On to the next: collection')
  await press(playground, 'Collector')
  await expect(playground.locator('.collector')).toContainText('asked for by the program')
  await press(playground, 'To the end')
  await press(playground, 'Objects')
  await expect(playground.locator('.output pre')).toHaveText(whole.stdout.trimEnd())
  await expect(playground.locator('.heap-object.unreachable')).toHaveCount(0)
  await sound(page)
})

test('a tree with parents: the table says what the picture shows, memory and versions say the rest', async ({
  page,
}) => {
  const whole = program('parent_links')
  const { viewer } = whole
  const grown = viewer.momentAfter(lineOf(whole, 'tree = parse'))
  const playground = await open(page, whole, grown)
  const { objects } = viewer.at(grown).scene
  await expect(playground.locator('.heap-object')).toHaveCount(objects.length)
  await playground.getByText('The picture as a table').click()
  await expect(playground.locator('.scene-table table').nth(1).locator('tbody tr')).toHaveCount(objects.length)
  await press(playground, 'Memory')
  await expect(playground.locator('.memory')).toHaveAttribute('data-moment', String(viewer.moments[grown]))
  await press(playground, 'Versions')
  await playground.locator('.versions select').first().selectOption('3.11')
  await expect(playground.locator('.versions')).toContainText('3.11')
  await sound(page)
})

test('jobs through generators: instructions, the value stack, and the frames that wait', async ({ page }) => {
  const whole = program('jobs')
  const { viewer } = whole
  const line = lineOf(whole, 'waiting = sink.send(job)')
  const playground = await open(page, whole, viewer.momentAfter(line))
  await playground.getByLabel('Step by').selectOption('instruction')
  await expect(playground.locator('.bytecode')).toBeVisible()
  const before = await at(playground).textContent()
  await press(playground, 'One step on')
  await expect(at(playground)).not.toHaveText(before ?? '')
  await expect(playground.locator('.bytecode')).toContainText('Value stack')
  await playground.getByLabel('Step by').selectOption('count')
  await press(playground, 'One step on')
  await expect(playground.locator('.figure-said')).not.toHaveText('')
  await press(playground, 'To the end')
  await expect(playground.locator('.output pre')).toHaveText(whole.stdout.trimEnd())
  await sound(page)
})

test('a bank: a traceback leads to its steps, and a link brings the moment back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const whole = program('bank')
  const { viewer } = whole
  const playground = await open(page, whole, viewer.last)
  const errors = playground.locator('.output-error')
  await expect(errors).toContainText('NotEnough: Ada has 70, not 5000')
  await errors.getByRole('button', { name: `line ${lineOf(whole, 'raise NotEnough')}` }).click()
  await expect(playground.locator('.line.next')).toContainText('raise NotEnough')
  await expect(playground.locator('.heap-frame')).toHaveCount(3)
  const step = await at(playground).textContent()
  await press(playground, 'Copy link')
  await expect(playground.getByText('Link copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await page.goto('/')
  await page.goto(link)
  await expect(at(playground)).toHaveText(step ?? '')
  await expect(playground.locator('.heap-frame')).toHaveCount(3)
  await sound(page)
})
