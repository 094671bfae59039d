// Every page that was built: reached, named, without errors, and nothing for axe to find, by day and by night.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { violations } from './axe.ts'
import { expect, test } from './journey.ts'

const root = join(import.meta.dirname, '..', 'dist')
const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .sort()

test('there are pages in both languages', () => {
  expect(paths).toContain('/')
  expect(paths).toContain('/zh-cn/')
  expect(paths.filter((path) => path.startsWith('/lessons/')).length).toBeGreaterThanOrEqual(2)
  expect(paths.filter((path) => path.startsWith('/zh-cn/')).length).toBe(paths.length / 2)
})

for (const path of paths) {
  test(`${path} is sound by day and by night, and no wider than a phone`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const response = await page.goto(path)
    expect(response?.status()).toBe(200)
    await expect(page.locator('h1')).toHaveCount(1)
    for (const playground of await page.locator('.playground-code').all()) await playground.scrollIntoViewIfNeeded()
    expect(await violations(page)).toEqual([])
    // By night the same elements have other colours: only those are looked at again.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page, ['color-contrast'])).toEqual([])
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    expect(errors).toEqual([])
  })
}

test('an address that does not exist leads to a page that helps', async ({ page }) => {
  const response = await page.goto('/lessons/99-nothing/')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page.locator('h1')).toBeVisible()
})

test('the next lesson is one link away, and the language switch keeps the place', async ({ page }) => {
  await page.goto('/lessons/01-names-are-references/')
  await page.locator('.neighbour.next').click()
  await expect(page).toHaveURL(/\/lessons\/02-counting-references\/$/)
  await page.getByRole('link', { name: '中文' }).click()
  await expect(page).toHaveURL(/\/zh-cn\/lessons\/02-counting-references\/$/)
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
})

test('a chosen theme survives a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const day = await ground()
  await expect(async () => {
    await page
      .locator('label:has([name=theme][value=dark]), [data-theme-switch] label:has([value=dark])')
      .first()
      .click()
    expect(await ground()).not.toBe(day)
  }).toPass()
  const night = await ground()
  await page.reload()
  expect(await ground()).toBe(night)
})
