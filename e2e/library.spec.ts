// The worker brings the machine; the library comes part by part, when a program asks for it.

import { fileURLToPath } from 'node:url'
import { workerSize } from '../scripts/worker-size.mjs'
import { simulate } from '../src/simulator/simulate.ts'
import { expect, type Page, test } from './journey.ts'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

test('what the worker loads before a program runs is at most 180 kB compressed', () => {
  const { first, later } = workerSize(dist)
  expect(first.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(180_000)
  expect(later.length).toBeGreaterThan(10)
})

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })

  /** The names of the files fetched late while a program runs, and what it printed. */
  async function runInPage(page: Page, source: string): Promise<{ output: string; fetched: string[] }> {
    const later = new Set(workerSize(dist).later.map(({ file }) => file))
    const fetched: string[] = []
    page.context().on('request', (request) => {
      const [, file, name] = /\/_astro\/(([a-z]+)-[^/]*\.js)$/.exec(request.url()) ?? []
      if (later.has(file)) fetched.push(name)
    })
    await page.goto('/playground/')
    const playground = page.locator('[data-playground]').first()
    await expect(playground).toHaveAttribute('data-ready', '')
    await playground.getByRole('button', { name: 'Edit' }).click()
    await playground.locator('.editor > textarea').fill(source)
    await playground.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(playground.locator('.output pre')).toContainText('done')
    return { output: (await playground.locator('.output pre').innerText()).trimEnd(), fetched }
  }

  test('what cannot be fetched is said, and comes when the network is back', async ({ page }) => {
    const later = new Set(workerSize(dist).later.map(({ file }) => file))
    let isAway = true
    await page.context().route('**/_astro/*.js', async (route) => {
      const isLater = later.has(new URL(route.request().url()).pathname.split('/').at(-1) as string)
      await (isAway && isLater ? route.abort() : route.continue())
    })
    await page.goto('/playground/')
    const playground = page.locator('[data-playground]').first()
    await expect(playground).toHaveAttribute('data-ready', '')
    await playground.getByRole('button', { name: 'Edit' }).click()
    await playground.locator('.editor > textarea').fill("print('é'.encode(), f'{3.5:>10.2f}', 'done')\n")
    await playground.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(playground.getByRole('alert')).toContainText('See whether you are online')
    isAway = false
    await playground.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(playground.locator('.output pre')).toHaveText(/^b'\\xc3\\xa9' {7}3\.50 done\s*$/)
    await expect(playground.getByRole('alert')).toHaveCount(0)
  })

  test('a program that imports nothing fetches no part of the library', async ({ page }) => {
    const { fetched } = await runInPage(page, "import sys, gc\nprint(sys.getrefcount([]), 'done')\n")
    expect(fetched.filter((name) => ['collections', 're', 'weakref', 'math'].includes(name))).toEqual([])
  })

  const programs: readonly [what: string, source: string, part: string][] = [
    ['an import statement', "import random\nrandom.seed(1)\nprint(random.random(), 'done')\n", 'random'],
    ['an import in a function', "def f():\n    from math import pi\n    return pi\nprint(f(), 'done')\n", 'math'],
    ['an import in a text made at run time', "exec('import zl' + 'ib')\nprint(zlib.crc32(b'a'), 'done')\n", 'zlib'],
  ]

  for (const [what, source, part] of programs) {
    test(`${what} brings the module, and the output is that of one run`, async ({ page }) => {
      const { output, fetched } = await runInPage(page, source)
      expect(output).toBe(simulate({ source }).stdout.trimEnd())
      expect(fetched).toContain(part)
    })
  }
})
