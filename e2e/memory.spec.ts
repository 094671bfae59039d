// The views of a step besides its picture: the memory under the heap, and the collector phase by phase.

import { readFileSync } from 'node:fs'
import { writeMoment } from '../components/playground/moment-link.ts'
import { parseExample } from '../src/course/example.ts'
import { type MemoryScene, memoryScene } from '../src/scene/memory.ts'
import { Viewer } from '../src/scene/view.ts'
import { defaultProfile } from '../src/simulator/profiles/index.ts'
import { RECORD, simulate } from '../src/simulator/simulate.ts'
import { violations } from './axe.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

/** The text of an example as the site shows it. */
const sourceOf = (id: string) =>
  parseExample(id, readFileSync(new URL(`../content/examples/${id}.py`, import.meta.url), 'utf8')).display

function viewerOf(source: string): Viewer {
  const { trace } = simulate({ source, profile: defaultProfile, record: RECORD })
  if (!trace) throw new Error('no trace')
  return new Viewer(trace)
}

/** Opens a program at a step of its run. */
async function open(page: Page, source: string, step: number, home = '/playground/'): Promise<Locator> {
  await page.goto(`${home}#${await writeMoment({ source, python: defaultProfile.name, step, grain: 'line' })}`)
  const playground = page.locator('[data-playground]').first()
  await expect(playground.locator('.transport-step')).toHaveText(new RegExp(`^${step} / `))
  return playground
}

const view = (playground: Locator, name: string) => playground.getByRole('button', { name, exact: true }).click()
const pool = (playground: Locator) => playground.locator('.memory-pool')

/** What the map says of a step, without drawing it. */
const mapOf = (viewer: Viewer, step: number): MemoryScene =>
  memoryScene(viewer, { step, grain: 'line', pool: 0, object: 0, last: 0 })

test('the map fills and empties as the program is stepped through', async ({ page }) => {
  const source = sourceOf('arenas/same-class')
  const viewer = viewerOf(source)
  const playground = await open(page, source, 2)
  await view(playground, 'Memory')
  for (let step = 2; step <= viewer.last; step++) {
    const { charts, classes, moment } = mapOf(viewer, step)
    await expect(playground.locator('.memory')).toHaveAttribute('data-moment', String(moment))
    const blocks = charts.find(({ kind }) => kind === 'blocks')?.now
    await expect(playground.locator('[data-chart=blocks]')).toHaveAttribute('data-now', String(blocks))
    for (const { size, used, capacity } of classes) {
      const row = playground
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: String(size), exact: true }) })
      await expect(row.getByRole('cell').nth(1)).toHaveText(`${used} of ${capacity}`)
    }
    if (step < viewer.last) await page.keyboard.press('ArrowRight')
  }
})

test('an object selected in the map is selected in the picture, and the other way round', async ({ page }) => {
  const source = "rows = [['a'], ['b'], ['c']]\nlast = rows[2]\n"
  const viewer = viewerOf(source)
  const playground = await open(page, source, viewer.last)
  await view(playground, 'Memory')
  const rows = playground.locator('.memory-pool tbody tr')
  await rows.getByRole('button', { name: "list ['b']" }).click()
  await expect(playground.locator('.ledger-sum .ledger-one')).toHaveText('1')
  await expect(playground.locator('.memory')).toContainText('The selected list is at')
  await expect(pool(playground).locator('.block-selected')).toHaveAttribute('d', /^M/)
  await view(playground, 'Objects')
  await expect(playground.locator('.heap-object.selected')).toHaveCount(1)
  await expect(playground.locator('.heap-object.selected')).toContainText("'b'")
  const other = playground.locator('.heap-object').filter({ hasText: "'c'" })
  const address = Number(await other.getAttribute('data-object'))
  await other.getByRole('button').click()
  await view(playground, 'Memory')
  const size = Number(/blocks of (\d+) bytes/.exec((await pool(playground).textContent()) ?? '')?.[1])
  const first = Number(await pool(playground).getAttribute('data-pool'))
  expect(address).toBeGreaterThanOrEqual(first + 48)
  expect(address).toBeLessThan(first + 16384)
  expect(size).toBe(64)
  await expect(rows.filter({ has: page.locator('[aria-pressed=true]') }).first()).toContainText("['c']")
})

test('the block freed last goes out first', async ({ page }) => {
  const source = sourceOf('arenas/same-class')
  const viewer = viewerOf(source)
  const freed = viewer.moments.findIndex((moment) => viewer.trace.steps.line[moment] === 5)
  const playground = await open(page, source, freed - 1)
  await view(playground, 'Memory')
  await playground.getByRole('button', { name: 'One step on' }).click()
  await expect(playground.locator('.memory')).toHaveAttribute('data-moment', String(viewer.moments[freed]))
  await expect(pool(playground)).toContainText(`freeblock leads to ${mapOf(viewer, freed).pool?.next}`)
  await expect(pool(playground).locator('.block-given')).toHaveAttribute('d', /^M/)
})

test('a pool is chosen by its tile, with the keyboard alone', async ({ page }) => {
  const source = sourceOf('arenas/pool')
  const viewer = viewerOf(source)
  const playground = await open(page, source, viewer.last)
  await view(playground, 'Memory')
  const row = playground.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '512', exact: true }) })
  await row.getByRole('button').nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(pool(playground)).toContainText('blocks of 512 bytes')
  await expect(pool(playground)).toContainText('31 of 31 blocks in use')
  await expect(pool(playground)).toContainText('It is full: freeblock is NULL.')
})

test('a collection is walked phase by phase, and its copies stand in the picture too', async ({ page }) => {
  const source = sourceOf('collector/two-rings')
  const viewer = viewerOf(source)
  const playground = await open(page, source, viewer.last)
  await view(playground, 'Collector')
  await expect(playground.locator('.collection-walk')).toContainText('Collection 3 of 3')
  await playground.getByRole('button', { name: 'Previous collection' }).click()
  await expect(playground.locator('.collection-walk')).toContainText('Collection 2 of 3')
  const phases = ['merge', 'update_refs', 'subtract_refs', 'move_unreachable']
  const cells = (name: RegExp) =>
    playground.locator('.collection-walk tbody tr').filter({ hasText: name }).getByRole('cell').allTextContents()
  const seen: Record<string, string[]> = {}
  for (const phase of phases) {
    await playground.getByRole('button', { name: 'Next phase' }).click()
    await expect(playground.locator('.phases [aria-current=step]')).toHaveText(phase)
    seen[phase] = (await cells(/^list \['red'/)).slice(1)
  }
  expect(seen).toEqual({
    merge: ['1', '–', 'generation 2'],
    update_refs: ['1', '1', 'looked at'],
    subtract_refs: ['1', '0', 'looked at'],
    move_unreachable: ['1', '–', 'unreachable'],
  })
  await expect(playground.locator('.collector-said')).toContainText('In the list of the unreachable: 2.')
  await playground.locator('.phases').getByRole('button', { name: 'delete_garbage' }).click()
  await expect(playground.locator('.collector-said')).toContainText('Freed: 2.')
  await expect(playground.locator('.collection-walk tbody tr.freed')).toHaveCount(2)
  await playground.locator('.phases').getByRole('button', { name: 'update_refs' }).click()
  await expect(playground.locator('.phases [aria-current=step]')).toHaveText('update_refs')
  await view(playground, 'Objects')
  await expect(playground.locator('.heap-gc-refs').first()).toHaveText(/gc_refs \d/)
  await expect(playground.locator('.figure-said')).toContainText('gc_refs')
})

test('lessons offer these views only where they ask for them, and fetch nothing for them', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await page.goto('/lessons/06-containers-hold-references/')
  const playground = page.locator('[data-playground]:not(.predict [data-playground])').first()
  // It has no box of its own: the lesson's grid places its parts.
  await playground.locator('.playground-code').scrollIntoViewIfNeeded()
  await expect(playground).toHaveAttribute('data-ready', '')
  await expect(page.locator('.panel-switch')).toHaveCount(0)
  const panels = () => fetched.filter((url) => /MemoryPanel|CollectorPanel/.test(url))
  expect(panels()).toEqual([])
  // Where they are offered, a view is fetched when it is first looked at.
  const offering = await open(page, 'a = []\n', 1)
  expect(panels()).toEqual([])
  await view(offering, 'Collector')
  await expect(offering.locator('.collector')).toContainText('No collection happens in this run.')
  expect(panels().some((url) => /CollectorPanel/.test(url))).toBe(true)
})

for (const home of ['/playground/', '/zh-cn/playground/']) {
  test(`both views are sound on a phone, by day and by night: ${home}`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const source = sourceOf('collector/two-rings')
    const playground = await open(page, source, 11, home)
    const buttons = playground.locator('.panel-switch button')
    for (const [index, shown] of [
      [1, '.memory-pool'],
      [2, '.collection-walk'],
    ] as const) {
      await page.emulateMedia({ colorScheme: 'light' })
      await buttons.nth(index).click()
      await expect(playground.locator(shown)).toBeVisible()
      if (index === 2) {
        await playground.locator('.phases button').nth(2).click()
        await expect(playground.locator('.collection-walk tbody tr').first()).toBeVisible()
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(await violations(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(page, ['color-contrast'])).toEqual([])
    }
    expect(errors).toEqual([])
  })
}
