// The marks of a run and the ways from mark to mark; breakpoints; one object's counts over the whole run; a traceback whose
// lines lead to their steps. By mouse, by keys and by touch. What is right is asked of the simulator.

import { AxeBuilder } from '@axe-core/playwright'
import { writeMoment } from '../components/playground/moment-link.ts'
import { marksOf } from '../src/scene/timeline.ts'
import { Viewer } from '../src/scene/view.ts'
import { RECORD, simulate } from '../src/simulator/simulate.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

const SOURCE = `import gc
a = [1]
b = a
print('two')
del a
def fail(x):
    raise ValueError(x)

for i in range(2):
    try:
        fail(b)
    except ValueError:
        print(i)
del b
gc.collect()
print('gone')
`

function viewerOf(source: string): Viewer {
  const { trace } = simulate({ source, filename: 'main.py', record: RECORD })
  if (!trace) throw new Error('no trace')
  return new Viewer(trace)
}
const viewer = viewerOf(SOURCE)

async function open(page: Page, source: string, path = '/playground/'): Promise<Locator> {
  await page.goto(path)
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  await playground.locator('.play-bar button').nth(1).click()
  const field = playground.locator('.editor > textarea')
  if (!(await field.isVisible())) throw new Error('this journey writes into the plain field')
  await field.fill(source)
  await playground.locator('.play-bar button').first().click()
  await expect(step(playground)).toHaveText(/^(\d+) \/ \1$/)
  return playground
}

const step = (playground: Locator) => playground.locator('.transport-step')
const at = async (playground: Locator) => Number((await step(playground).textContent())?.split('/')[0])

/** What axe finds by day, and in the other colours of the night. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const [colorScheme, rules] of [
    ['light', undefined],
    ['dark', ['color-contrast']],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page }).setLegacyMode()
    axe.options({ resultTypes: ['violations'], preload: false, ...(rules && { runOnly: [...rules] }) })
    for (const { id, nodes } of (await axe.analyze()).violations)
      found.push(`${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  return found
}

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('the legend leads from mark to mark, and each is where the simulator says', async ({ page }) => {
    const playground = await open(page, SOURCE)
    const marks = marksOf(viewer, 'line', [])
    await playground.getByRole('button', { name: 'To the start' }).click()
    for (const [kind, name] of [
      ['output', 'output'],
      ['free', 'freed'],
      ['collection', 'collection'],
      ['exception', 'exception'],
    ] as const) {
      expect(marks[kind].length, kind).toBeGreaterThan(0)
      const next = playground.getByRole('button', { name: `On to the next: ${name}` })
      const previous = playground.getByRole('button', { name: `Back to the one before: ${name}` })
      await expect(playground.locator(`.mark-track .mark.${kind}`)).toHaveCount(marks[kind].length)
      for (const wanted of marks[kind]) {
        await next.click()
        await expect(step(playground), name).toHaveText(`${wanted} / ${viewer.last}`)
      }
      await expect(next).toHaveAttribute('aria-disabled', 'true')
      for (const wanted of marks[kind].slice(0, -1).reverse()) {
        await previous.click()
        await expect(step(playground)).toHaveText(`${wanted} / ${viewer.last}`)
      }
      await playground.getByRole('button', { name: 'To the start' }).click()
      await expect(step(playground)).toHaveText(`0 / ${viewer.last}`)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await violations(page)).toEqual([])
  })

  test('by changes of a count there are other steps, and none in which no count has changed', async ({ page }) => {
    const playground = await open(page, SOURCE)
    await playground.getByLabel('Step by').selectOption({ label: 'count changes' })
    const last = viewer.momentsBy('count').length - 1
    await expect(step(playground)).toHaveText(`${last} / ${last}`)
    await playground.getByRole('button', { name: 'To the start' }).click()
    for (let wanted = 1; wanted < Math.min(last, 12); wanted++) {
      await playground.getByRole('button', { name: 'One step on' }).click()
      await expect(step(playground)).toHaveText(`${wanted} / ${last}`)
      await expect(playground.locator('.figure-said')).not.toContainText('no count in the picture has changed')
    }
  })

  test("an object's own timeline: each change with its cause, and a way there", async ({ page }) => {
    const playground = await open(page, SOURCE)
    const shown = viewer.momentAfter(3)
    await playground.getByRole('slider').fill(String(shown))
    await expect(step(playground)).toHaveText(`${shown} / ${viewer.last}`)
    await playground.getByRole('button', { name: 'list, count 2' }).click()
    const ledger = playground.locator('.ledger')
    await expect(ledger.locator('.timeline-chart svg')).toHaveAttribute('aria-label', /^From step \d+ to its end/)
    await expect(ledger.locator('.timeline-changes li[aria-current]')).toContainText('1 → 2')
    await expect(ledger.locator('.timeline-changes li[aria-current]')).toContainText('held by global nameb')
    await ledger.getByRole('button', { name: 'Back to its last change' }).click()
    await expect(step(playground)).toHaveText(`${viewer.momentAfter(2)} / ${viewer.last}`)
    await expect(ledger.locator('.ledger-sum .ledger-one')).toHaveText('1')
    await ledger.getByRole('button', { name: 'On to its next change' }).click()
    await expect(step(playground)).toHaveText(`${shown} / ${viewer.last}`)
    await ledger.getByRole('button', { name: 'On to where it dies' }).click()
    await expect(step(playground)).toHaveText(`${viewer.momentAfter(14)} / ${viewer.last}`)
    await expect(ledger).toContainText('At this step it does not exist.')
    await expect(playground.locator('.figure-said')).toContainText('it is freed')
    await ledger
      .getByRole('button', { name: /Go to step \d+: 2 → 1/ })
      .first()
      .click()
    await expect(ledger.locator('.ledger-sum')).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('the lines of a traceback lead to their steps', async ({ page }) => {
    const source = 'def inner(x):\n    return x[5]\n\ndef outer(x):\n    return inner(x)\n\nouter([1])\n'
    const playground = await open(page, source)
    const lines = playground.locator('.output-error button')
    await expect(lines).toHaveCount(3)
    for (const [i, line] of [7, 5, 2].entries()) {
      await lines.nth(i).click()
      await expect(playground.locator('.figure-said')).toBeVisible()
      const run = viewerOf(source)
      const wanted = run.moments.findLastIndex((moment) => run.trace.steps.line[moment] === line)
      await expect(step(playground)).toHaveText(`${wanted} / ${run.last}`)
      // Before the end nothing is written yet; the lines are there again at the end.
      await expect(lines).toHaveCount(0)
      await playground.getByRole('button', { name: 'To the end' }).click()
      await expect(lines).toHaveCount(3)
    }
    expect(await violations(page)).toEqual([])
  })

  test('in Chinese too', async ({ page }) => {
    const playground = await open(page, SOURCE, '/zh-cn/playground/')
    await expect(playground.locator('.mark-legend')).toContainText('释放')
    await expect(playground.locator('.mark-legend')).toContainText('垃圾回收')
    await playground.locator('[data-refcount]:not([data-refcount=immortal])').first().click()
    await expect(playground.locator('.timeline')).toContainText('它的计数在整个运行中的变化')
  })
})

test('breakpoints: set by click and by key, marked, run on to, and playing stops there', async ({ page }) => {
  await page.goto('/playground/')
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  await playground.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(step(playground)).toHaveText(/^(\d+) \/ \1$/)
  await playground.getByRole('button', { name: 'To the start' }).click()
  await expect(step(playground)).toHaveText(/^0 /)
  const third = playground.getByRole('button', { name: 'Breakpoint on line 3', exact: true })
  await third.click()
  await expect(third).toHaveAttribute('aria-pressed', 'true')
  await expect(playground.locator('.mark-track .mark.breakpoint').first()).toBeAttached()
  await page.keyboard.press('b')
  await expect(playground.locator('.program .next')).toHaveText(
    await playground.locator('.program .line').nth(2).innerText(),
  )
  const stop = await at(playground)
  expect(stop).toBeGreaterThan(0)
  await page.keyboard.press('Home')
  await expect(step(playground)).toHaveText(/^0 /)
  await playground.getByLabel('Speed').selectOption({ label: 'fast' })
  await playground.getByRole('button', { name: 'Play' }).click()
  await expect(playground.getByRole('button', { name: 'Play' })).toBeVisible()
  expect(await at(playground)).toBe(stop)
  // The arrows go from line to line, the space bar sets and removes; T does it for the line about to run.
  await third.focus()
  await page.keyboard.press('ArrowDown')
  await expect(playground.getByRole('button', { name: 'Breakpoint on line 4', exact: true })).toBeFocused()
  await page.keyboard.press(' ')
  await expect(playground.locator('.gutter[aria-pressed=true]')).toHaveCount(2)
  await page.keyboard.press('t')
  await expect(playground.locator('.gutter[aria-pressed=true]')).toHaveCount(1)
  await expect(third).toHaveAttribute('aria-pressed', 'false')
})

for (const [path, said] of [
  ['/playground/', 'A breakpoint written into the program'],
  ['/zh-cn/playground/', '写在程序里的断点'],
] as const) {
  test(`breakpoint() and pdb.set_trace() are stops, on ${path}`, async ({ page }) => {
    const source = 'import pdb\na = [1]\nbreakpoint()\nb = a\npdb.set_trace()\nprint(len(b))\n'
    await page.goto(`${path}#${await writeMoment({ source, python: '3.14', step: null, grain: 'line' })}`)
    const playground = page.locator('[data-playground]').first()
    await expect(playground).toHaveAttribute('data-ready', '')
    await playground.locator('.play-bar button').first().click()
    await expect(step(playground)).toHaveText(/^(\d+) \/ \1$/)
    await expect(playground.locator('.mark-track .mark.breakpoint')).toHaveCount(2)
    await page.keyboard.press('Home')
    await expect(step(playground)).toHaveText(/^0 /)
    for (const line of [4, 6]) {
      await page.keyboard.press('b')
      await expect(playground.locator('.program .next')).toHaveText(
        await playground
          .locator('.program .line')
          .nth(line - 1)
          .innerText(),
      )
      await expect(playground.locator('.figure-said')).toContainText(said)
    }
    await expect(playground.locator('.output pre')).not.toContainText('1')
    expect(await violations(page)).toEqual([])
  })
}

test('keys lead to marks and changes, choose the grain, hide the counts, and are listed', async ({ page }) => {
  await page.goto('/playground/')
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  await playground.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(step(playground)).toHaveText(/^(\d+) \/ \1$/)
  const end = await at(playground)
  await playground.getByRole('slider').focus()
  await page.keyboard.press('Home')
  await expect(step(playground)).toHaveText(`0 / ${end}`)
  await page.keyboard.press('o')
  await expect(step(playground)).not.toHaveText(/^0 /)
  await expect(playground.locator('.figure-said')).toContainText('Printed')
  const first = await at(playground)
  await page.keyboard.press('o')
  await expect(step(playground)).not.toHaveText(new RegExp(`^${first} `))
  await page.keyboard.press('Shift+O')
  await expect(step(playground)).toHaveText(`${first} / ${end}`)
  await expect(playground.locator('.program .hint')).toBeVisible()
  await page.keyboard.press('h')
  await expect(playground.locator('.program .hint')).toBeHidden()
  await page.keyboard.press('h')
  await playground.locator('[data-refcount]:not([data-refcount=immortal])').first().click()
  await expect(playground.locator('.timeline')).toBeVisible()
  const now = await at(playground)
  await page.keyboard.press('c')
  await expect(step(playground)).not.toHaveText(new RegExp(`^${now} `))
  expect(await at(playground)).toBeGreaterThan(now)
  const change = await at(playground)
  await page.keyboard.press('Shift+C')
  await expect(step(playground)).not.toHaveText(new RegExp(`^${change} `))
  expect(await at(playground)).toBeLessThan(change)
  await page.keyboard.press('c')
  await expect(step(playground)).toHaveText(`${change} / ${end}`)
  for (const grain of ['instructions', 'count changes', 'lines']) {
    await page.keyboard.press('i')
    await expect(playground.getByLabel('Step by').locator('option:checked')).toHaveText(grain)
  }
  await page.keyboard.press('?')
  const keys = playground.locator('.keys')
  await expect(keys).toBeVisible()
  await expect(keys).toContainText('On to where it dies')
})

test('in the editor the margin sets breakpoints, which move along with their lines', async ({ page }) => {
  await page.goto('/playground/')
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  await playground.getByRole('button', { name: 'Edit' }).click()
  await expect(playground.locator('.view-line').first()).toBeVisible()
  await playground.locator('.margin-view-overlays .line-numbers').nth(1).click()
  await expect(playground.locator('.editor-breakpoint')).toHaveCount(1)
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText('first = 1\n')
  await page.keyboard.press('Control+Enter')
  await expect(step(playground)).toHaveText(/^(\d+) \/ \1$/)
  await expect(playground.locator('.mark-legend')).toContainText('breakpoint')
  await expect(playground.locator('.editor-breakpoint')).toHaveText('3')
})

test('an instruction points at its place in the program, a line at its instructions: by mouse and by keys', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moment = await writeMoment({ source: SOURCE, python: '3.14', step: 3, grain: 'instruction' })
  await page.goto(`/playground/#${moment}`)
  const playground = page.locator('[data-playground][data-ready]').first()
  const rows = playground.locator('.bytecode-code li')
  const marked = playground.locator('.bytecode-code li.pointed')
  const line = (number: number) => playground.locator(`.program li:nth-child(${number})`)
  const call = rows.filter({ hasText: 'LOAD_NAME' }).filter({ hasText: 'fail' }).first()
  await call.hover()
  await expect(playground.locator('.program li.pointed')).toHaveCount(1)
  await expect(playground.locator('.program li.pointed')).toContainText('fail')
  await expect(playground.locator('.program li.pointed .place')).toBeVisible()
  await expect(marked).toHaveCount(0)
  await line(3).locator('code').hover()
  await expect(playground.locator('.program li.pointed')).toHaveCount(0)
  await expect(marked.first()).toBeVisible()
  const names = await marked.locator('.bytecode-name').allTextContents()
  expect(names[0]).toMatch(/^LOAD_NAME/)
  expect(names.at(-1)).toMatch(/^STORE_NAME/)
  await page.mouse.move(0, 0)
  await expect(marked).toHaveCount(0)
  // One row is reached by Tab, its neighbours by the arrows; the playground does not step meanwhile.
  const at = await step(playground).textContent()
  await rows.and(playground.locator('[tabindex="0"]')).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(playground.locator('.program li.pointed')).toHaveCount(1)
  await expect(step(playground)).toHaveText(at ?? '')
  expect(await violations(page)).toEqual([])
})
