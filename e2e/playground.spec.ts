// Run, step, read the ledger, edit, choose a version: by mouse, by keys, and by touch.

import { defaultProfile, findProfile } from '../src/simulator/profiles/index.ts'
import { simulate } from '../src/simulator/simulate.ts'
import { expect, type Locator, type Page, test } from './journey.ts'

async function open(page: Page): Promise<Locator> {
  await page.goto('/playground/')
  const playground = page.locator('[data-playground]').first()
  await expect(playground).toHaveAttribute('data-ready', '')
  return playground
}

const run = (playground: Locator) => playground.getByRole('button', { name: 'Run', exact: true }).click()
const output = (playground: Locator) => playground.locator('.output pre')
const place = (playground: Locator) => playground.locator('.transport-step')

/** Replaces the program, in the plain field a touch screen gets. */
async function write(playground: Locator, source: string) {
  const field = playground.locator('.editor > textarea')
  if (!(await field.isVisible())) await playground.getByRole('button', { name: 'Edit' }).click()
  await field.fill(source)
}

/** What the simulator prints under a version. */
function printed(source: string, python: string = defaultProfile.name): string {
  const profile = findProfile(python)
  if (!profile) throw new Error(`no ${python}`)
  return simulate({ source, profile }).stdout
}

test('a run is stepped through by buttons, keys and slider', async ({ page }) => {
  const playground = await open(page)
  await run(playground)
  await expect(place(playground)).toHaveText(/^(\d+) \/ \1$/)
  const last = Number((await place(playground).textContent())?.split('/')[1])
  await playground.getByRole('button', { name: 'To the start' }).click()
  await expect(place(playground)).toHaveText(`0 / ${last}`)
  await playground.getByRole('button', { name: 'One step on' }).click()
  await expect(place(playground)).toHaveText(`1 / ${last}`)
  await page.keyboard.press('ArrowRight')
  await expect(place(playground)).toHaveText(`2 / ${last}`)
  await page.keyboard.press('End')
  await expect(place(playground)).toHaveText(`${last} / ${last}`)
  await playground.getByRole('slider').fill('1')
  await expect(place(playground)).toHaveText(`1 / ${last}`)
  await playground.getByRole('button', { name: 'Play' }).click()
  await expect(place(playground)).toHaveText(`${last} / ${last}`)
  await expect(playground.getByRole('button', { name: 'Play' })).toBeVisible()
})

test('a click that comes before the page listens is not lost', async ({ page }) => {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route(/\/_astro\/Playground\.[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/playground/', { waitUntil: 'commit' })
  const playground = page.locator('[data-playground]').first()
  const button = playground.getByRole('button', { name: 'Run', exact: true })
  await button.click()
  await expect(button).toHaveAttribute('aria-busy', 'true')
  await expect(playground).not.toHaveAttribute('data-ready')
  go()
  await expect(place(playground)).toHaveText(/^(\d+) \/ \1$/)
  await expect(button).toHaveAttribute('aria-busy', 'false')
})

test('the ledger of every object adds up to its count, at every step', async ({ page }) => {
  const playground = await open(page)
  await run(playground)
  const last = Number((await place(playground).textContent())?.split('/')[1])
  let seen = 0
  for (let step = 0; step <= last; step++) {
    await playground.getByRole('slider').fill(String(step))
    await expect(place(playground)).toHaveText(`${step} / ${last}`)
    for (const count of await playground.locator('[data-refcount]:not([data-refcount=immortal])').all()) {
      const shown = await count.getAttribute('data-refcount')
      await count.click()
      await expect(playground.locator('.ledger-sum .ledger-one')).toHaveText(shown ?? '')
      const ones = await playground.locator('.ledger li .ledger-one').allTextContents()
      expect(String(ones.map(Number).reduce((a, b) => a + b, 0))).toBe(shown)
      await playground.locator('.ledger').getByRole('button', { name: 'Close' }).click()
      seen++
    }
  }
  expect(seen).toBeGreaterThan(last / 2)
})

test('a name under the pointer tells the count of its object', async ({ page }) => {
  const playground = await open(page)
  await run(playground)
  await playground.locator('[data-name=a]').first().hover()
  await expect(playground.getByRole('tooltip')).toContainText('list')
  await expect(playground.getByRole('tooltip')).toContainText('count')
})

test('Monaco opens on edit, styled, and runs what was written; Reset can be undone', async ({ page }) => {
  const playground = await open(page)
  await playground.getByRole('button', { name: 'Edit' }).click()
  await expect(playground.locator('.view-line').first()).toBeVisible()
  // A stylesheet of the editor's that only the build can lose.
  await expect(playground.locator('.monaco-editor .view-line').first()).toHaveCSS('position', 'absolute')
  await playground.locator('.view-line').first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('x = 20 + 1\nprint(x * 2)\n')
  await page.keyboard.press('Control+Enter')
  await expect(output(playground)).toHaveText(printed('x = 20 + 1\nprint(x * 2)\n').trimEnd())
  await playground.getByRole('button', { name: 'Reset' }).click()
  await expect(playground.locator('.program')).toContainText('append')
  await playground.getByRole('button', { name: 'Bring my text back' }).click()
  await expect(playground.locator('.view-lines')).toContainText('20')
})

test('another version is another interpreter', async ({ page }) => {
  // Nothing is indented: the editor would add its own indentation to what it takes for typing.
  const source = 'import sys\nf = lambda x: sys.getrefcount(x)\nprint(f([]))\n'
  expect(printed(source, '3.13')).not.toBe(printed(source, '3.14'))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const playground = await open(page)
  await playground.getByRole('button', { name: 'Edit' }).click()
  await expect(playground.locator('.view-line').first()).toBeVisible()
  await playground.locator('.view-line').first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(source)
  for (const python of ['3.13', '3.14']) {
    await playground.getByLabel('Python version').selectOption(python)
    await expect(output(playground)).toHaveText(printed(source, python).trimEnd())
  }
})

test('a link carries the program, its version and its step; a damaged one is said to be so', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const playground = await open(page)
  await playground.getByLabel('Python version').selectOption('3.12')
  await expect(place(playground)).toHaveText(/^(\d+) \/ \1$/)
  await playground.getByRole('button', { name: 'One step back' }).click()
  await expect(place(playground)).not.toHaveText(/^(\d+) \/ \1$/)
  const shown = await place(playground).textContent()
  const said = await playground.locator('.figure-said').textContent()
  await playground.getByRole('button', { name: 'Copy link' }).click()
  await expect(playground.getByText('Link copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('/playground/#code=')
  await page.goto('/')
  await page.goto(link)
  await expect(place(playground)).toHaveText(shown ?? '')
  await expect(playground.locator('.figure-said')).toHaveText(said ?? '')
  await expect(playground.getByLabel('Python version')).toHaveValue('3.12')
  await page.goto('/playground/#code=AAAA')
  await expect(playground.locator('.trouble')).toHaveText(/damaged/)
  await run(playground)
  await expect(output(playground)).not.toHaveText('Nothing printed yet.')
})

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  test('a run brings its picture into the window, and the steps stay at its lower edge', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const playground = await open(page)
    await run(playground)
    await expect(place(playground)).toHaveText(/^(\d+) \/ \1$/)
    const bar = playground.locator('.transport-bar')
    await expect(playground.locator('.figure-scroll')).toBeInViewport()
    for (const down of [0, 150]) {
      await page.evaluate((by) => scrollBy(0, by), down)
      const box = await bar.boundingBox()
      expect(box && box.y + box.height).toBeLessThanOrEqual(844)
      await expect(bar.getByRole('button', { name: 'One step back' })).toBeInViewport({ ratio: 1 })
    }
    // In the order in which they are read the picture comes before what is set more rarely.
    const top = async (selector: string) => (await playground.locator(selector).boundingBox())?.y ?? 0
    expect(await top('.figure-scroll')).toBeLessThan(await top('.transport-more'))
  })

  test('input() waits for what is typed, line by line, and a new run asks anew', async ({ page }) => {
    const playground = await open(page)
    const source = "name = input('Name? ')\nfor i in range(2):\n    print(i, input())\nprint(name)\n"
    const typed = ['Ada', '', '<b>x</b>']
    await write(playground, source)
    await run(playground)
    const field = playground.getByLabel('The program waits for a line')
    for (const line of typed) {
      await expect(field).toBeFocused()
      await field.fill(line)
      await field.press('Enter')
      await expect(playground.locator('.output pre')).toContainText(line)
    }
    await expect(field).toBeHidden()
    const lines = typed.values()
    const stdin = { readLine: () => lines.next().value ?? null, echoes: true }
    await expect(output(playground)).toHaveText(simulate({ source, stdin }).stdout.trimEnd(), { useInnerText: true })
    await run(playground)
    await expect(output(playground)).toHaveText('Name?')
    await expect(field).toBeFocused()
  })

  const bad: readonly [what: string, source: string, says: RegExp][] = [
    ['an endless loop', 'while True: pass\n', /never ends/],
    ['a string beyond memory', "'a' * 10**10\n", /MemoryError/],
    ['a list beyond memory', '[0] * 10**9\n', /MemoryError/],
    ['a number beyond reason', '10 ** 10**8\n', /stopped/],
    [
      'a lock that nobody gives back',
      'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n',
      /every thread waits/,
    ],
    ['recursion without end', 'def f(): return f()\nf()\n', /RecursionError/],
    ['a flood of output', "while True: print('x' * 1000)\n", /stopped/],
    ['ten million characters at once', "print('y' * 10**7)\n", /stopped/],
    ['a syntax error', 'a = (\n', /'\(' was never closed/],
    ['a module that is not simulated', 'import multiprocessing\n', /multiprocessing.*line 1/],
    ['five thousand brackets', `${'('.repeat(5000)}${')'.repeat(5000)}\n`, /too many nested parentheses/],
    ['an exception nobody catches', 'x = [1]\nprint(x[5])\n', /IndexError: list index out of range/],
    ['markup in strings', "print('<script>alert(1)</script><img src=x onerror=alert(1)>')\n", /<script>alert\(1\)/],
  ]

  test('bad input gets a clear answer, and the next run works', async ({ page }) => {
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const playground = await open(page)
    for (const [what, source, says] of bad) {
      await write(playground, source)
      await run(playground)
      await expect(playground.locator('.trouble, .output pre').filter({ hasText: says }).first(), what).toBeVisible()
      expect(await page.evaluate(() => 6 * 7), `${what}: the page answers`).toBe(42)
    }
    await write(playground, 'print(2 + 3)\n')
    await run(playground)
    await expect(output(playground)).toHaveText(printed('print(2 + 3)\n').trimEnd())
    expect(dialogs).toEqual([])
  })
})
